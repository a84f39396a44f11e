@echo off
rem Starts GAN Atelier: without arguments its window, with arguments its command line.
setlocal
set "APP=%~dp0.."
set "JAVA="
if defined JAVA_HOME call :try "%JAVA_HOME%\bin\java.exe"
for /f "delims=" %%j in ('where java 2^>nul') do call :try "%%j"
for /d %%d in ("%ProgramFiles%\Eclipse Adoptium\*" "%ProgramFiles%\Java\*" "%ProgramFiles%\Microsoft\jdk*" "%ProgramFiles%\Zulu\*" "%USERPROFILE%\.jdks\*") do call :try "%%d\bin\java.exe"
if not defined JAVA (
    echo GAN Atelier needs Java 25 or newer: install it, for example from https://adoptium.net, or point JAVA_HOME to it.>&2
    exit /b 1
)
"%JAVA%" "@%APP%\jvm.options" "-XX:ErrorFile=%APPDATA%\GAN Atelier\crashes\hs_err_pid%%p.log" -cp "%APP%\lib\*" org.ganatelier.Main %*
exit /b %ERRORLEVEL%

rem Takes the Java given if there is none yet and its release is 25 or newer.
:try
if defined JAVA exit /b 0
if not exist "%~1" exit /b 0
for /f "tokens=3" %%v in ('""%~1" -version 2^>^&1" ^| findstr /i version') do for /f "tokens=1 delims=." %%r in ("%%~v") do if %%r GEQ 25 set "JAVA=%~1"
exit /b 0
