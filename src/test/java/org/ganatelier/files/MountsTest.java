package org.ganatelier.files;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

import java.nio.file.Path;
import java.util.List;

@EnabledOnOs(OS.LINUX)
class MountsTest {
    private static final List<String> TABLE =
            List.of(
                    "/dev/sda1 / ext4 rw,relatime 0 0",
                    "/dev/sda2 /home ext4 rw,nosuid,noexec 0 0",
                    "/dev/sda3 /home/ada ext4 rw 0 0",
                    "/dev/sdb /media/two\\040words vfat rw,noexec 0 0");

    private static boolean forbidden(String folder) {
        return Mounts.forbidPrograms(Path.of(folder), TABLE);
    }

    @Test
    void theNearestFileSystemCounts() {
        assertThat(forbidden("/tmp")).isFalse();
        assertThat(forbidden("/home/eve/.cache")).isTrue();
        assertThat(forbidden("/home")).isTrue();
        assertThat(forbidden("/home/ada/.cache")).isFalse();
        assertThat(forbidden("/homes")).isFalse();
        assertThat(forbidden("/media/two words/x")).isTrue();
    }

    @Test
    void javaItselfMayRun() {
        assertThat(Mounts.forbidPrograms(Path.of(System.getProperty("java.home")))).isFalse();
    }
}
