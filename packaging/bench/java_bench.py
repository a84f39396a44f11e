"""Runs a benchmark that is a Java class among the tests, with the program's own JVM flags. Needs compiled tests (mvn test-compile)."""
import os, subprocess

HERE = os.path.dirname(os.path.realpath(__file__))
ROOT = os.path.join(HERE, '..', '..')


def classpath():
    """Classes, tests and all libraries; asked of Maven once, and again when pom.xml is newer."""
    kept = os.path.join(ROOT, 'target', 'test-classpath.txt')
    if not os.path.exists(kept) or os.path.getmtime(kept) < os.path.getmtime(os.path.join(ROOT, 'pom.xml')):
        subprocess.run(['mvn', '-B', '-q', 'dependency:build-classpath', '-Dmdep.includeScope=test', '-Dmdep.outputFile=' + kept],
                       cwd=ROOT, check=True)
    return os.pathsep.join(['target/classes', 'target/test-classes', open(kept).read().strip()])


def java(main, *arguments, flags=(), **more):
    """The finished process of a class's main."""
    home = os.environ.get('JAVA_HOME')
    program = os.path.join(home, 'bin', 'java') if home else 'java'
    return subprocess.run([program, '@packaging/jvm.options', *flags, '-cp', classpath(), main, *map(str, arguments)],
                          cwd=ROOT, check=True, **more)
