package app.countersign.contract;

import static app.countersign.contract.Samples.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import app.countersign.terms.Template;
import app.countersign.terms.Templates;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class ContractDataTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Template okomo =
            Templates.read(Path.of("contracts-templates")).find("okomo-dpa").orElseThrow();

    @Test
    void theDataSaysWhatBothHaveSigned() throws Exception {
        Contract contract = Samples.in(ContractState.IN_FORCE);
        JsonNode data = data(contract);

        assertThat(data.at("/number").asText()).isEqualTo("OKO-2026-000042");
        assertThat(data.at("/effectiveOn").asText()).isEqualTo("2026-11-22");
        assertThat(data.at("/signaturePage/address").asText()).isEqualTo("Weg 1\n8000 Zürich");
        assertThat(data.at("/signatures/controller/how").asText()).isEqualTo("on-paper");
        assertThat(data.at("/signatures/processor/person").asText()).isEqualTo("Petra Muster");
        assertThat(data.at("/template/hash").asText()).isEqualTo(okomo.hash());
    }

    @Test
    void everyTermIsThereWithItsClause() throws Exception {
        JsonNode terms = data(Samples.in(ContractState.IN_FORCE)).at("/terms");

        assertThat(terms).hasSameSizeAs(okomo.terms());
        assertThat(terms).anySatisfy(term -> {
            assertThat(term.at("/clause").asText()).isEqualTo("2-5");
            assertThat(term.at("/says/notice").asText()).isEqualTo("P14D");
        });
        assertThat(terms)
                .anySatisfy(
                        term -> assertThat(term.at("/says/within").toString()).isEqualTo("[\"CH\",\"EU\"]"));
    }

    @Test
    void theSchemaKnowsEveryNameInTheData() throws Exception {
        JsonNode schema = JSON.readTree(ContractData.schema());
        assertKnown(data(Samples.in(ContractState.IN_FORCE)), schema, schema);
    }

    @Test
    void whereAContractComesFromIsSaidWithoutInventingASignature() throws Exception {
        Paper paper = new Paper(
                LocalDate.of(2019, 5, 20),
                LocalDate.of(2019, 5, 1),
                "so agreed",
                null,
                "DPA 7",
                new Contract.Signed(Samples.page(null), new ProcessorSignature("Petra Muster", "", "", null)));
        Contract contract = Samples.draft();
        contract.takeIn(new TakenIn(paper, "Lea Legal", true, NOON), paper.signed(), paper.effectiveOn(), null);

        JsonNode data = JSON.readTree(ContractData.json(contract, okomo, Optional.empty()));

        JsonNode schema = JSON.readTree(ContractData.schema());
        assertKnown(data, schema, schema);
        assertThat(data.at("/concludedElsewhere/concludedOn").asText()).isEqualTo("2019-05-20");
        assertThat(data.at("/concludedElsewhere/takenInBy").asText()).isEqualTo("Lea Legal");
        assertThat(data.at("/signatures").has("controller")).isFalse();
        assertThat(data.at("/signatures/processor").has("date")).isFalse();
    }

    @Test
    void textIsWrittenSoThatItReadsBackAlike() throws Exception {
        String text = "\"Ä\\\n\t\u0001\uD83D\uDE00</script>";
        assertThat(JSON.readTree(JsonText.of(Map.of("a", text))).get("a").asText())
                .isEqualTo(text);
    }

    private JsonNode data(Contract contract) throws Exception {
        SignatureEvidence evidence = SignatureEvidence.onPaper(contract, "Erika Muster", "Lea Legal", NOON);
        return JSON.readTree(ContractData.json(contract, okomo, Optional.of(evidence)));
    }

    /** Walks data and schema together: what is required is there, and nothing is there that the schema lacks. */
    private static void assertKnown(JsonNode data, JsonNode schema, JsonNode root) {
        JsonNode rule = schema.has("$ref") ? root.at(schema.get("$ref").asText().substring(1)) : schema;
        if (data.isArray() && rule.has("items")) {
            data.forEach(item -> assertKnown(item, rule.get("items"), root));
        }
        if (data.isObject() && rule.has("properties")) {
            TreeSet<String> names = new TreeSet<>();
            data.fieldNames().forEachRemaining(names::add);
            rule.path("required").forEach(name -> assertThat(names).contains(name.asText()));
            names.forEach(name -> {
                assertThat(rule.get("properties").has(name)).as(name).isTrue();
                assertKnown(data.get(name), rule.get("properties").get(name), root);
            });
        }
        if (rule.has("pattern")) {
            assertThat(data.asText()).matches(rule.get("pattern").asText());
        }
    }
}
