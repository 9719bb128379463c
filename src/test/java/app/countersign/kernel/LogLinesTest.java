package app.countersign.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LogLinesTest {

    private final LogLines lines = new LogLines();

    @Test
    void aMessageIsOneLine() {
        assertThat(lines.format(entry("refused: {0}", "eve\r\n2026-11-22T00:00:00.000Z INFO app: all is well")))
                .isEqualTo("2026-11-22T07:14:03.120Z WARNING app.countersign.x: refused:"
                        + " eve\\r\\n2026-11-22T00:00:00.000Z INFO app: all is well\n");
    }

    @ParameterizedTest
    @CsvSource({"27,\\u001b", "0,\\u0000", "127,\\u007f", "155,\\u009b", "133,\\u0085", "8232,\\u2028", "8238,\\u202e"})
    void whatRepaintsATerminalIsWrittenOut(int character, String written) {
        assertThat(LogLines.plain("a" + (char) character + "b")).isEqualTo("a" + written + "b");
    }

    @Test
    void namesKeepTheirLetters() {
        assertThat(LogLines.plain("Žofia Őry, Zürich – «漢字» 🙂")).isEqualTo("Žofia Őry, Zürich – «漢字» 🙂");
    }

    @Test
    void aTraceForgesNoLineEither() {
        LogRecord entry = entry("broken");
        entry.setThrown(new IllegalStateException("for eve\nSEVERE", new IllegalArgumentException("\u001b[2J")));

        String[] printed = lines.format(entry).split("\n");

        assertThat(printed)
                .allMatch(line -> line.startsWith("2026-11-22T07:14:03.120Z WARNING") || line.startsWith("  "));
        assertThat(printed).anyMatch(line -> line.contains("for eve\\nSEVERE"));
        assertThat(printed).anyMatch(line -> line.contains("caused by") && line.contains("\\u001b[2J"));
    }

    private static LogRecord entry(String message, Object... parameters) {
        LogRecord entry = new LogRecord(Level.WARNING, message);
        entry.setLoggerName("app.countersign.x");
        entry.setInstant(Instant.parse("2026-11-22T07:14:03.120Z"));
        entry.setParameters(parameters);
        return entry;
    }
}
