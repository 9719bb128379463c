package app.countersign.scope;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** That pages and parameters are found, and that none is found of which nobody said what belongs into it. */
class PageCatalogueTest {

    private final Map<String, Set<String>> pages = new PageCatalogue().all();

    @Test
    void parametersAreFoundWhereverAPageReadsThem() {
        assertThat(pages.get("/contract/view")).contains("id", "number", "tab", "seen");
        assertThat(pages.get("/contract/list")).contains("state", "controller", "q", "before", "pick");
        assertThat(pages.get("/contract/list.csv")).contains("processor", "template");
        assertThat(pages.get("/contract/new")).contains("controller", "template");
        assertThat(pages.get("/party/edit")).contains("id");
        assertThat(pages.get("/search")).contains("q");
        assertThat(pages.get("/portal/file")).contains("link", "kind");
    }

    @Test
    void ofEveryParameterItIsSaidWhatBelongsIntoIt() {
        assertThat(pages)
                .allSatisfy(
                        (page, read) -> assertThat(Addresses.ofPage(page, read)).isNotEmpty());
    }

    @Test
    void aNewParameterIsNotPassedOver() {
        assertThatThrownBy(() -> Addresses.ofPage("/party/view", Set.of("id", "secret")))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("secret")
                .hasMessageContaining("Addresses.PAGES");
    }
}
