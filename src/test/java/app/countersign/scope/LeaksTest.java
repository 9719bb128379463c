package app.countersign.scope;

import static org.assertj.core.api.Assertions.assertThat;

import app.countersign.it.ApiClient.Answer;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** That the walk through all cells would notice what it is there to notice. */
class LeaksTest {

    private final Leaks leaks = new Leaks();

    @Test
    void anothersMarkInABodyIsALeak() {
        leaks.isFreeOf("list", answer(200, "<li>Zebra quagga1 AG</li>"), Map.of(), List.of("quagga1"));

        assertThat(leaks.found()).singleElement().asString().contains("list", "quagga1");
    }

    @Test
    void anEchoOfWhatWasAskedIsNone() {
        leaks.isFreeOf("search", answer(200, "nothing with quagga1"), Map.of("company", "quagga1"), List.of("quagga1"));

        assertThat(leaks.found()).isEmpty();
    }

    @Test
    void anotherMarkBesidesTheEchoIsALeak() {
        leaks.isFreeOf(
                "search",
                answer(200, "quagga1: OKO-2026-000001"),
                Map.of("company", "quagga1"),
                List.of("quagga1", "OKO-2026-000001"));

        assertThat(leaks.found()).singleElement().asString().contains("OKO-2026-000001");
    }

    @Test
    void anotherStatusThanForNobodysIsALeak() {
        leaks.areAlike("contract", answer(403, "no"), Map.of(), answer(404, "no"), Map.of());

        assertThat(leaks.found()).singleElement().asString().contains("403", "404");
    }

    @Test
    void anotherBodyThanForNobodysIsALeak() {
        leaks.areAlike("contract", answer(404, "not yours"), Map.of(), answer(404, "not there"), Map.of());

        assertThat(leaks.found()).hasSize(1);
    }

    @Test
    void theSameBodyButForTheIdThatWasAskedIsNone() {
        leaks.areAlike(
                "contract",
                answer(404, "<a nonce=\"x\" href=\"?id=a1\">"),
                Map.of("contract", "a1"),
                answer(404, "<a nonce=\"y\" href=\"?id=b2\">"),
                Map.of("contract", "b2"));

        assertThat(leaks.found()).isEmpty();
    }

    @Test
    void aCountThatDiffersIsALeak() {
        leaks.areAlike(
                "list",
                answer(200, "{\"items\":[],\"count\":1}"),
                Map.of(),
                answer(200, "{\"items\":[],\"count\":0}"),
                Map.of());

        assertThat(leaks.found()).hasSize(1);
    }

    @Test
    void aStatusThatTheRoleDoesNotHaveIsALeak() {
        leaks.hasStatus("mails as signatory", answer(200, "[]"), List.of(403));

        assertThat(leaks.found()).singleElement().asString().contains("200", "403");
    }

    @Test
    void anAnswerThatABrowserMayKeepIsALeak() {
        leaks.isKeptByNobody("olga GET /contract/list", answer(200, "a list"));

        assertThat(leaks.found())
                .anySatisfy(leak -> assertThat(leak).contains("may be stored"))
                .anySatisfy(leak -> assertThat(leak).contains("no content security policy"));
    }

    private static Answer answer(int status, String body) {
        return new Answer(
                status,
                HttpHeaders.of(Map.of("Content-Type", List.of("text/html")), (name, value) -> true),
                body.getBytes(StandardCharsets.UTF_8));
    }
}
