package org.ganatelier.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

final class SafeFileTest {
    @TempDir private Path folder;

    @Test
    void aNewFileHoldsTheContent() throws IOException {
        SafeFile.write(file(), text("new"));
        assertThat(file()).hasContent("new");
        assertThat(names()).containsExactly("run.atelier");
    }

    @Test
    void theOldFileIsReplaced() throws IOException {
        Files.writeString(file(), "old and longer");
        SafeFile.write(file(), text("new"));
        assertThat(file()).hasContent("new");
        assertThat(names()).containsExactly("run.atelier");
    }

    @Test
    void theOldFileStaysUntilTheNewOneIsWhole() throws IOException {
        Files.writeString(file(), "old");
        SafeFile.write(
                file(),
                out -> {
                    out.write(new byte[1 << 20]);
                    out.flush();
                    assertThat(file()).hasContent("old");
                });
        assertThat(file()).hasSize(1 << 20);
    }

    @Test
    void aFullDiskNamesTheFileThatWasAskedFor() throws IOException {
        Files.writeString(file(), "old");
        assertThatThrownBy(
                        () ->
                                new SafeFile(new FullDisk(), false)
                                        .save(file(), out -> out.write(new byte[1 << 20])))
                .isInstanceOfSatisfying(
                        FileSystemException.class,
                        e -> {
                            assertThat(e.getFile()).isEqualTo(file().toString());
                            assertThat(e.getReason()).isEqualTo("No space left on device");
                        });
        assertThat(file()).hasContent("old");
        assertThat(names()).containsExactly("run.atelier");
    }

    @Test
    void contentThatFailsLeavesTheOldFileAndNothingElse() throws IOException {
        Files.writeString(file(), "old");
        assertThatThrownBy(
                        () ->
                                SafeFile.write(
                                        file(),
                                        out -> {
                                            out.write(new byte[100_000]);
                                            throw new IOException("content");
                                        }))
                .hasMessage("content");
        assertThat(file()).hasContent("old");
        assertThat(names()).containsExactly("run.atelier");
    }

    @Test
    void aFaultInTheContentLeavesTheOldFileAndNothingElse() throws IOException {
        Files.writeString(file(), "old");
        assertThatThrownBy(
                        () ->
                                SafeFile.write(
                                        file(),
                                        _ -> {
                                            throw new IllegalStateException("fault");
                                        }))
                .hasMessage("fault");
        assertThat(file()).hasContent("old");
        assertThat(names()).containsExactly("run.atelier");
    }

    @Test
    void aTargetThatIsHeldForAMomentIsTriedAgain() throws IOException {
        Files.writeString(file(), "old");
        var disk = new HeldDisk(3, true);
        new SafeFile(disk, false).save(file(), text("new"));
        assertThat(file()).hasContent("new");
        assertThat(disk.rests).isEqualTo(3);
        assertThat(disk.copies).isZero();
        assertThat(names()).containsExactly("run.atelier");
    }

    @Test
    void aTargetThatIsHeldForGoodIsWrittenOver() throws IOException {
        Files.writeString(file(), "old and longer");
        var disk = new HeldDisk(Integer.MAX_VALUE, true);
        new SafeFile(disk, false).save(file(), text("new"));
        assertThat(file()).hasContent("new");
        assertThat(disk.copies).isEqualTo(1);
        assertThat(names()).containsExactly("run.atelier");
    }

    @Test
    void whereNothingWorksTheFinishedFileIsKeptAndNamed() throws IOException {
        Files.writeString(file(), "old");
        var safe = new SafeFile(new HeldDisk(Integer.MAX_VALUE, false), false);
        assertThatThrownBy(() -> safe.save(file(), text("first")))
                .isInstanceOfSatisfying(
                        KeptElsewhereException.class,
                        kept -> {
                            assertThat(kept.finished())
                                    .isEqualTo(folder.resolve("run.kept-1.atelier"))
                                    .hasContent("first");
                            assertThat(kept.refusal()).isInstanceOf(AccessDeniedException.class);
                        });
        assertThatThrownBy(() -> safe.save(file(), text("second")))
                .isInstanceOf(KeptElsewhereException.class);
        assertThat(file()).hasContent("old");
        assertThat(folder.resolve("run.kept-2.atelier")).hasContent("second");
        SafeFile.write(file(), text("third"));
        assertThat(names())
                .containsExactly("run.atelier", "run.kept-1.atelier", "run.kept-2.atelier");
    }

    @Test
    void aFolderThatVanishedIsToldAtOnce() throws IOException {
        Path gone = Files.createDirectory(folder.resolve("gone"));
        assertThatThrownBy(
                        () ->
                                SafeFile.write(
                                        gone.resolve("x"),
                                        out -> {
                                            out.write(1);
                                            removeAll(gone);
                                        }))
                .isInstanceOf(NoFolderException.class);
        assertThatThrownBy(() -> SafeFile.write(gone.resolve("x"), text("x")))
                .isInstanceOfSatisfying(
                        NoFolderException.class,
                        e -> assertThat(e.getFile()).isEqualTo(gone.resolve("x").toString()));
        assertThat(names()).isEmpty();
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void aFolderThatCannotBeWrittenToIsRefused() throws IOException {
        Path closed = Files.createDirectory(folder.resolve("closed"));
        Files.setPosixFilePermissions(closed, PosixFilePermissions.fromString("r-xr-xr-x"));
        assumeThat(Files.isWritable(closed)).as("root may do anything").isFalse();
        assertThatThrownBy(() -> SafeFile.write(closed.resolve("x"), text("x")))
                .isInstanceOf(AccessDeniedException.class);
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void aFileInAFolderThatCannotBeWrittenToIsWrittenOver() throws IOException {
        Path closed = Files.createDirectory(folder.resolve("closed"));
        Path inside = Files.writeString(closed.resolve("x"), "old and longer");
        Files.setPosixFilePermissions(closed, PosixFilePermissions.fromString("r-xr-xr-x"));
        assumeThat(Files.isWritable(closed)).as("root may do anything").isFalse();
        SafeFile.write(inside, text("new"));
        assertThat(inside).hasContent("new");
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void aFileThatIsProtectedIsNotReplaced() throws IOException {
        Files.writeString(file(), "old");
        Files.setPosixFilePermissions(file(), PosixFilePermissions.fromString("r--r--r--"));
        assumeThat(Files.isWritable(file())).as("root may do anything").isFalse();
        assertThatThrownBy(() -> SafeFile.write(file(), text("new")))
                .isInstanceOf(AccessDeniedException.class);
        assertThat(file()).hasContent("old");
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void aPrivateFileStaysPrivate() throws IOException {
        var onlyMine = PosixFilePermissions.fromString("rw-------");
        Files.createFile(file(), PosixFilePermissions.asFileAttribute(onlyMine));
        SafeFile.write(file(), text("new"));
        assertThat(Files.getPosixFilePermissions(file())).isEqualTo(onlyMine);
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void aLinkKeepsPointing() throws IOException {
        Path far = Files.createDirectory(folder.resolve("far"));
        Path link = folder.resolve("link.atelier");
        Path second = folder.resolve("second");
        Files.createSymbolicLink(link, Path.of("far", "real.atelier"));
        Files.createSymbolicLink(second, link);
        SafeFile.write(second, text("first"));
        SafeFile.write(link, text("second"));
        assertThat(link).isSymbolicLink().hasContent("second");
        assertThat(far.resolve("real.atelier")).hasContent("second");
        assertThat(names()).containsExactly("far", "link.atelier", "second");
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void linksInACircleAreRefused() throws IOException {
        Path a = folder.resolve("a");
        Path b = folder.resolve("b");
        Files.createSymbolicLink(a, b);
        Files.createSymbolicLink(b, a);
        assertThatThrownBy(() -> SafeFile.write(a, text("x")))
                .isInstanceOf(FileSystemLoopException.class);
    }

    @Test
    void aFolderIsNoFile() throws IOException {
        Files.createDirectory(file());
        assertThatThrownBy(() -> SafeFile.write(file(), text("x")))
                .isInstanceOfSatisfying(
                        NotAFileException.class,
                        e -> assertThat(e.kind()).isEqualTo(NotAFileException.Kind.FOLDER));
    }

    @Test
    void theFileBeforeIsKeptAsABackup() throws IOException {
        SafeFile.writeWithBackup(file(), text("1"));
        assertThat(names()).containsExactly("run.atelier");
        SafeFile.writeWithBackup(file(), text("2"));
        SafeFile.writeWithBackup(file(), text("3"));
        assertThat(file()).hasContent("3");
        assertThat(folder.resolve("run.atelier.bak")).hasContent("2");
        assertThat(names()).containsExactly("run.atelier", "run.atelier.bak");
    }

    @Test
    void aFileThatIsWrittenOverDoesNotTakeItsBackupAlong() throws IOException {
        Files.writeString(file(), "old");
        new SafeFile(new HeldDisk(Integer.MAX_VALUE, true), true).save(file(), text("new"));
        assertThat(file()).hasContent("new");
        assertThat(folder.resolve("run.atelier.bak")).hasContent("old");
        assertThat(names()).containsExactly("run.atelier", "run.atelier.bak");
    }

    @Test
    void aFailedSaveKeepsTheBackupGood() throws IOException {
        SafeFile.writeWithBackup(file(), text("1"));
        SafeFile.writeWithBackup(file(), text("2"));
        assertThatThrownBy(
                        () ->
                                SafeFile.writeWithBackup(
                                        file(),
                                        _ -> {
                                            throw new IOException("full");
                                        }))
                .hasMessage("full");
        assertThat(file()).hasContent("2");
        assertThat(folder.resolve("run.atelier.bak")).hasContent("1");
    }

    @Test
    void leftoversOfKilledSavesOfThisFileAreRemoved() throws IOException {
        Files.writeString(folder.resolve("run.atelier.0123abcd-4567cdef.part"), "half");
        Files.writeString(folder.resolve("other.atelier.0123abcd-4567cdef.part"), "half");
        Files.writeString(folder.resolve("run.atelier.mine.part"), "mine");
        Path old = folder.resolve("run.atelier.3f2a9c1e-0000-4000-8000-0123456789ab");
        Files.writeString(old, "half");
        Files.setLastModifiedTime(old, FileTime.from(Instant.now().minus(Duration.ofDays(1))));
        SafeFile.write(file(), text("new"));
        assertThat(names())
                .containsExactly(
                        "other.atelier.0123abcd-4567cdef.part",
                        "run.atelier",
                        "run.atelier.mine.part");
    }

    @Test
    void whatAnotherProgramIsStillWritingStays() throws IOException {
        Path busy = folder.resolve("run.atelier.0123abcd-4567cdef.part");
        try (var channel =
                        FileChannel.open(
                                busy, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                var lock = channel.lock(Draft.LOCKED, 1, false)) {
            SafeFile.write(file(), text("new"));
            assertThat(lock.isValid()).isTrue();
            assertThat(names()).containsExactly("run.atelier", busy.getFileName().toString());
        }
    }

    @Test
    void twoSavesAtOnceDoNotDisturbEachOther() throws IOException {
        SafeFile.write(
                file(),
                out -> {
                    out.write('a');
                    SafeFile.write(file(), text("inner"));
                    assertThat(file()).hasContent("inner");
                });
        assertThat(file()).hasContent("a");
        assertThat(names()).containsExactly("run.atelier");
    }

    @Test
    void aThreadThatIsInterruptedSavesAllTheSame() throws IOException {
        Thread.currentThread().interrupt();
        try {
            SafeFile.write(file(), text("new"));
        } finally {
            assertThat(Thread.interrupted()).isTrue();
        }
        assertThat(file()).hasContent("new");
    }

    @Test
    void aLongNameCanBeSaved() throws IOException {
        Path longName = folder.resolve("ü".repeat(110) + ".atelier");
        SafeFile.write(longName, text("new"));
        assertThat(longName).hasContent("new");
        assertThat(folder.toFile().list()).hasSize(1);
    }

    /** A disk with room for a hundred thousand bytes. */
    private static final class FullDisk implements Disk {
        @Override
        public OutputStream create(Path file) throws IOException {
            return new FilterOutputStream(Disk.REAL.create(file)) {
                private int room = 100_000;

                @Override
                public void write(byte[] bytes, int from, int length) throws IOException {
                    room -= length;
                    if (room < 0) {
                        throw new IOException("No space left on device");
                    }
                    out.write(bytes, from, length);
                }
            };
        }

        @Override
        public void move(Path from, Path to) throws IOException {
            Disk.REAL.move(from, to);
        }

        @Override
        public void copyOver(Path from, Path to) throws IOException {
            Disk.REAL.copyOver(from, to);
        }

        @Override
        public void rest(long milliseconds) {}
    }

    /** A disk on which something holds the target. */
    private static final class HeldDisk implements Disk {
        private final int refusals;
        private final boolean canBeWrittenOver;
        private int moves;
        private int rests;
        private int copies;

        HeldDisk(int refusals, boolean canBeWrittenOver) {
            this.refusals = refusals;
            this.canBeWrittenOver = canBeWrittenOver;
        }

        @Override
        public OutputStream create(Path file) throws IOException {
            return Disk.REAL.create(file);
        }

        @Override
        public void move(Path from, Path to) throws IOException {
            if (moves++ < refusals) {
                throw new AccessDeniedException(to.toString());
            }
            Disk.REAL.move(from, to);
        }

        @Override
        public void copyOver(Path from, Path to) throws IOException {
            if (!canBeWrittenOver) {
                throw new FileSystemException(to.toString(), null, "used by another program");
            }
            copies++;
            Disk.REAL.copyOver(from, to);
        }

        @Override
        public void rest(long milliseconds) {
            rests++;
        }
    }

    private Path file() {
        return folder.resolve("run.atelier");
    }

    private static SafeFile.Content text(String text) {
        return out -> out.write(text.getBytes(StandardCharsets.UTF_8));
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(path -> path.getFileName().toString()).sorted().toList();
        }
    }

    private static void removeAll(Path directory) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(directory);
    }
}
