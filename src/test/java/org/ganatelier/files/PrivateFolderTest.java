package org.ganatelier.files;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

@EnabledOnOs({OS.LINUX, OS.MAC})
class PrivateFolderTest {
    @TempDir private Path folder = Path.of("");

    private static void permit(Path path, String permissions) throws IOException {
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(permissions));
    }

    @Test
    void aMissingOneIsMadeForItsOwnerAlone() throws Exception {
        Path made = PrivateFolder.of(folder.resolve("a/b")).orElseThrow();
        assertThat(made).isEqualTo(folder.toRealPath().resolve("a/b")).isEmptyDirectory();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(made)))
                .isEqualTo("rwx------");
    }

    @Test
    void whatItHoldsStaysAsLongAsNobodyElseCouldWrite() throws Exception {
        Path own = PrivateFolder.of(folder.resolve("own")).orElseThrow();
        Path library = Files.writeString(own.resolve("library"), "code");
        assertThat(PrivateFolder.of(own)).hasValue(own);
        assertThat(library).exists();
        permit(own, "rwxr-xr-x");
        assertThat(PrivateFolder.of(own)).hasValue(own);
        assertThat(library).exists();
    }

    @Test
    void whatOthersMayHavePutThereIsThrownAway() throws Exception {
        Path open = Files.createDirectory(folder.resolve("open"));
        Path planted = Files.createDirectories(open.resolve("jar")).resolve("library");
        Files.writeString(planted, "code");
        permit(open, "rwxrwxrwx");
        assertThat(PrivateFolder.of(open)).isPresent();
        assertThat(planted).doesNotExist();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(open)))
                .isEqualTo("rwx------");
    }

    @Test
    void aFolderThatOthersCanExchangeIsNone() throws Exception {
        Path above = Files.createDirectory(folder.resolve("above"));
        permit(above, "rwxrwxrwx");
        assertThat(PrivateFolder.of(above.resolve("natives"))).isEmpty();
    }

    /** As the folder for temporary files is: all may write, but not rename what is not theirs. */
    @Test
    void aFolderBesideThoseOfOthersIsOne() throws Exception {
        Path above = Files.createDirectory(folder.resolve("above"));
        permit(above, "rwxrwxrwx");
        assertThat(new ProcessBuilder("chmod", "+t", above.toString()).start().waitFor()).isZero();
        assertThat(PrivateFolder.of(above.resolve("natives"))).isPresent();
    }

    @Test
    void whatIsNoFolderIsNone() throws Exception {
        assertThat(PrivateFolder.of(Files.createFile(folder.resolve("file")))).isEmpty();
        assertThat(PrivateFolder.of(folder.resolve("file/natives"))).isEmpty();
    }
}
