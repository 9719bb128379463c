package app.countersign.retention;

import static org.assertj.core.api.Assertions.assertThat;

import app.countersign.document.PdfA;
import app.countersign.kernel.Country;
import app.countersign.kernel.Reason;
import app.countersign.party.Organisation;
import app.countersign.party.OrganisationDetails;
import jakarta.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.Period;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProtocolPaperTest {

    private static final ZoneId ZURICH = ZoneId.of("Europe/Zurich");
    private static final Instant NOW = Instant.parse("2026-11-28T01:15:00Z");
    private static final Organisation OKOMO = new Organisation(
            "okomo",
            new OrganisationDetails(
                    "Okomo AG", "Sihleggstrasse 23, 8832 Wollerau", new Country("CH"), "", Locale.GERMAN),
            ZURICH,
            NOW);

    private final Store store = new Store(
            OKOMO.id(),
            new StoreDetails(
                    "Chat-Datenbank",
                    StoreKind.JDBC,
                    "jdbc:postgresql://db.example/chats",
                    "eraser",
                    ZURICH,
                    Optional.of(Period.ofDays(30)),
                    "Exporte, die Kunden selbst heruntergeladen haben."),
            "Dora Weber",
            NOW);
    private final Rule rule = new Rule(
            OKOMO.id(),
            new RuleEntry(
                            store.id().toString(),
                            "Chats und Dokumente von Endkunden",
                            "end-customer staff",
                            "okomo-dpa 4-3",
                            "P12M",
                            "stored",
                            "delete",
                            "public.message",
                            "sent_at",
                            "zoned",
                            "status = closed",
                            "",
                            "",
                            "author",
                            "")
                    .read(),
            new Person("1", "Dora Weber"),
            NOW);

    private Protocol protocol(Optional<Reason> problem) {
        Cutoff cutoff = Cutoff.of(rule.period(), NOW, ZURICH);
        Run run = new Run(rule, cutoff, new Person("1", "Dora Weber"), NOW);
        Pseudonyms pseudonyms = new Pseudonyms(new byte[32]);
        run.counted(
                new Preview(
                        10_000,
                        3,
                        2,
                        0,
                        0,
                        0,
                        4,
                        120,
                        Optional.of(NOW.minusSeconds(40_000_000)),
                        Map.of(YearMonth.of(2025, 11), 3L),
                        0,
                        Map.of("public.attachment", 2L),
                        Wholes.NONE),
                List.of(
                        "delete from \"public\".\"attachment\" where \"message_id\" in (select \"id\" from"
                                + " \"public\".\"message\" where \"id\" in (…))",
                        "delete from \"public\".\"message\" where \"id\" in (…) and \"sent_at\" < '2025-11-27T23:00Z'"),
                "0".repeat(64),
                Optional.of(Reason.of("retention.waits.new")),
                NOW);
        run.approve(new Person("2", "Ada Minder"), NOW);
        Map<String, Long> counts = Map.of("public.message", 1L, "public.attachment", 2L);
        Batch batch = new Batch(
                UUID.randomUUID(),
                run.id(),
                1,
                new byte[1],
                pseudonyms.bytes("public.message", "4711"),
                new Taken(List.of("4711"), counts, "public.message_2025"),
                NOW);
        run.did(1, counts, Optional.of(new byte[1]), 200);
        problem.ifPresentOrElse(reason -> run.fail(reason, NOW), () -> run.finish(NOW));
        return new Protocol(run, rule, store, OKOMO, "§ 4 Abs. 3", List.of(BatchLine.of(batch, true)), 1, NOW);
    }

    @Test
    void itTellsWhatWentAndNothingOfPersons() {
        JsonObject json = new ProtocolPaper(protocol(Optional.empty()), Locale.GERMAN).json();

        assertThat(json.getString("form")).isEqualTo("countersign-deletion-protocol/1");
        assertThat(json.getString("clause")).isEqualTo("okomo-dpa 4-3");
        assertThat(json.getString("cutoff")).isEqualTo("2025-11-27T23:00:00Z");
        assertThat(json.getJsonObject("counts").getInt("public.attachment")).isEqualTo(2);
        assertThat(json.getJsonArray("notReached").getString(0)).contains("28. Dezember 2026", "30 Tage");
        assertThat(json.getJsonArray("batches").getJsonObject(0).getString("partition"))
                .isEqualTo("public.message_2025");
        assertThat(json.getJsonArray("batches")
                        .getJsonObject(0)
                        .getJsonArray("hashes")
                        .getString(0))
                .isEqualTo(new Pseudonyms(new byte[32]).of("public.message", "4711"));
        assertThat(json.toString()).doesNotContain("4711", "Dora", "Ada");
    }

    @ParameterizedTest
    @ValueSource(strings = {"de", "en"})
    void itIsPdfAWithTheSameInside(String language) throws Exception {
        for (Optional<Reason> problem : List.of(
                Optional.<Reason>empty(),
                Optional.of(Reason.of("retention.problem.forbidden-by-key", "public.message")))) {
            ProtocolPaper paper = new ProtocolPaper(protocol(problem), Locale.forLanguageTag(language));
            byte[] json = paper.json().toString().getBytes(StandardCharsets.UTF_8);
            byte[] pdf = paper.pdf(json);

            assertThat(PdfA.complaints(pdf)).isEmpty();
            Path folder = Files.createDirectories(Path.of("target", "papers"));
            Files.write(
                    folder.resolve(
                            "deletion-" + language + problem.map(p -> "-failed").orElse("") + ".pdf"),
                    pdf);
        }
    }
}
