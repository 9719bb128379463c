package app.countersign.scope;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
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
        pages.forEach((page, read) -> assertThat(Addresses.ofPage(page, read)).isNotEmpty());
    }

    @Test
    void ofEveryPageItIsSaidWhoReadsIt() {
        pages.forEach((page, read) -> {
            if (!Readers.isPublic(page)) {
                Addresses.ofPage(page, read)
                        .forEach(address -> assertThat(Readers.of(address)).isNotEmpty());
            }
        });
    }

    @Test
    void ofEveryOperationItIsSaidWhatBelongsIntoItsPathQueryAndBody() {
        List<ApiCatalogue.Operation> operations = new ApiCatalogue().all();

        assertThat(operations).hasSizeGreaterThan(25);
        operations.forEach(operation -> {
            assertThat(Addresses.of(operation)).isNotEmpty();
            assertThat(Addresses.bodies(operation)).isNotEmpty();
            assertThat(Readers.of(operation, operation.path()))
                    .as("who may call " + operation.name())
                    .isNotEmpty();
        });
    }

    @Test
    void aNewOperationIsNotPassedOver() {
        ApiCatalogue.Operation unheardOf = new ApiCatalogue.Operation(
                "PUT", "/api/v1/zebras/{stripe}", List.of(), "Stripe", Set.of("legal"), Set.of());

        assertThatThrownBy(() -> Addresses.of(unheardOf))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("zebras/stripe")
                .hasMessageContaining("Addresses.PATH");
        assertThatThrownBy(() -> Addresses.bodies(unheardOf))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("Stripe")
                .hasMessageContaining("Addresses.BODIES");
    }

    @Test
    void aPageOfWhichNobodySaidWhoReadsItIsNotPassedOver() {
        assertThatThrownBy(() -> Readers.of("/zebra/list"))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("/zebra/list")
                .hasMessageContaining("Readers.OF_PAGES");
    }

    @Test
    void aNewParameterIsNotPassedOver() {
        assertThatThrownBy(() -> Addresses.ofPage("/party/view", Set.of("id", "secret")))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("secret")
                .hasMessageContaining("Addresses.PAGES");
    }
}
