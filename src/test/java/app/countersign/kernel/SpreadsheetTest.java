package app.countersign.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SpreadsheetTest {

    @Test
    void whatNoCellTakesIsShownAsMissing() {
        assertThat(Spreadsheet.legible("a\u0001b\uFFFEc\uD83Dd")).isEqualTo("a\uFFFDb\uFFFDc\uFFFDd");
        assertThat(Spreadsheet.legible("a\r\nb\rc\td \uD83D\uDE00")).isEqualTo("a\nb\nc\td \uD83D\uDE00");
    }

    @Test
    void aTextThatIsTooLongEndsInAnEllipsis() {
        assertThat(Spreadsheet.legible("x".repeat(32_767))).isEqualTo("x".repeat(32_767));
        assertThat(Spreadsheet.legible("x".repeat(32_768))).hasSize(32_767).endsWith("x…");
        assertThat(Spreadsheet.legible("x".repeat(32_765) + "\uD83D\uDE00x"))
                .hasSize(32_767)
                .endsWith("x\uFFFD…");
    }
}
