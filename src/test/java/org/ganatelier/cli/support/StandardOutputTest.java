package org.ganatelier.cli.support;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;

class StandardOutputTest {
    private static StandardOutput failing(String reason) {
        return new StandardOutput(
                new OutputStream() {
                    @Override
                    public void write(int value) throws IOException {
                        throw new IOException(reason);
                    }
                });
    }

    private static void print(StandardOutput output) {
        var writer = new PrintWriter(output, true, StandardCharsets.UTF_8);
        writer.println("a line");
    }

    @Test
    void whatIsPrintedArrives() {
        var bytes = new ByteArrayOutputStream();
        var output = new StandardOutput(bytes);
        print(output);
        assertThat(bytes.toString(StandardCharsets.UTF_8)).isEqualTo("a line%n".formatted());
        assertThat(output.trouble()).isEmpty();
    }

    @Test
    void aFullDiskIsNoticedThoughAWriterKeepsSilent() {
        StandardOutput output = failing("No space left on device");
        print(output);
        assertThat(output.trouble())
                .get()
                .extracting(IOException::getMessage)
                .isEqualTo("No space left on device");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Broken pipe", "The pipe is being closed", "Bad file descriptor"})
    void nobodyHasToRead(String reason) {
        StandardOutput output = failing(reason);
        print(output);
        assertThat(output.trouble()).isEmpty();
    }
}
