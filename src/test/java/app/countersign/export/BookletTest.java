package app.countersign.export;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BookletTest {

    @Test
    void whatTheApplicationKnowsOfItselfIsReadLineByLine() {
        assertThat(Booklet.readable(
                        "{\"clause\":\"okomo-dpa A-1\",\"keep\":\"P3M\",\"rows\":12,\"more\":{\"a\":true}}"))
                .isEqualTo("clause: okomo-dpa A-1\nkeep: P3M\nrows: 12\nmore: {\"a\":true}");
        assertThat(Booklet.readable("no object")).isEqualTo("no object");
    }
}
