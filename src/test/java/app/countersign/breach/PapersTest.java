package app.countersign.breach;

import static org.assertj.core.api.Assertions.assertThat;

import app.countersign.document.PdfA;
import app.countersign.document.StoredFile;
import app.countersign.kernel.Country;
import app.countersign.mail.MailState;
import app.countersign.mail.Outbox;
import app.countersign.party.Organisation;
import app.countersign.party.OrganisationDetails;
import app.countersign.terms.Law;
import jakarta.json.JsonObject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

/** The record of a breach and the report to an authority, on paper and as data. */
class PapersTest {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final Instant AWARE = Instant.parse("2026-11-23T08:00:00Z");
    private static final Instant NOW = Instant.parse("2026-11-27T09:30:00Z");
    private static final Path SHIPPED = Path.of("contracts-templates");
    private static final Law LAW = Law.in(SHIPPED);
    private static final StoredFile LETTER = new StoredFile("ab".repeat(32), 4711);
    private static final Authorities AUTHORITIES = Authorities.in(SHIPPED);

    @Test
    void aReportUnderTheGdprSaysEachItemOfArticle33AndWhatIsStillToCome() throws Exception {
        AuthorityPaper paper =
                paper("DE", "52072 Aachen", Locale.GERMAN, breach("", true), "Der Verlust fiel erst auf.");
        JsonObject json = paper.json();
        byte[] pdf = paper.pdf(AuthorityPaper.bytes(json));

        assertThat(json.getJsonArray("items").getValuesAs(JsonObject.class))
                .extracting(item -> item.getString("citation") + " " + item.getString("field"))
                .containsExactly(
                        "gdpr 33(3)(a) nature",
                        "gdpr 33(3)(a) person-categories",
                        "gdpr 33(3)(a) persons",
                        "gdpr 33(3)(a) data-categories",
                        "gdpr 33(3)(a) records",
                        "gdpr 33(3)(b) contact",
                        "gdpr 33(3)(c) consequences",
                        "gdpr 33(3)(d) measures");
        assertThat(json.getJsonArray("missing").toString()).isEqualTo("[\"records\",\"contact\",\"consequences\"]");
        assertThat(json.getJsonObject("authority").getString("id")).isEqualTo("de-nw");
        assertThat(text(pdf))
                .contains("Landesbeauftragte für Datenschutz und Informationsfreiheit Nordrhein-")
                .contains("Art. 33 Abs. 3 Bst. a DSGVO")
                .contains("zwischen 80 und 120")
                .contains("Was noch folgt")
                .contains("Der Verlust fiel erst auf.")
                .contains("<b>[U+4E2D]");
        assertThat(pages(pdf)).as("no empty page at the end").isEqualTo(1);
        assertThat(PdfA.complaints(pdf)).isEmpty();
        keep("report-de.pdf", pdf);
    }

    @Test
    void aSwissReportSaysTheItemsOfTheOrdinance() throws Exception {
        AuthorityPaper paper = paper("CH", "8002 Zürich", Locale.ENGLISH, breach("Spam", true), "");
        JsonObject json = paper.json();
        byte[] pdf = paper.pdf(AuthorityPaper.bytes(json));

        assertThat(json.getString("law")).isEqualTo("dsg");
        assertThat(json.getJsonArray("items").getValuesAs(JsonObject.class))
                .extracting(item -> item.getString("citation"))
                .containsExactly(
                        "dsv 15(1)(a)",
                        "dsv 15(1)(b)",
                        "dsv 15(1)(b)",
                        "dsv 15(1)(c)",
                        "dsv 15(1)(c)",
                        "dsv 15(1)(d)",
                        "dsv 15(1)(d)",
                        "dsv 15(1)(e)",
                        "dsv 15(1)(f)",
                        "dsv 15(1)(g)");
        assertThat(text(pdf))
                .contains("Federal Data Protection and Information Commissioner")
                .doesNotContain("delay");
        assertThat(PdfA.complaints(pdf)).isEmpty();
        keep("report-ch.pdf", pdf);
    }

    @Test
    void theSameReportGivesTheSameBytes() {
        Breach breach = breach("Spam", true);
        AuthorityPaper one = paper("CH", "8002 Zürich", Locale.GERMAN, breach, "");
        AuthorityPaper other = paper("CH", "8002 Zürich", Locale.GERMAN, breach, "");

        assertThat(one.pdf(AuthorityPaper.bytes(one.json()))).isEqualTo(other.pdf(AuthorityPaper.bytes(other.json())));
    }

    @Test
    void theRecordTellsFactsEffectsAndWhatWasDone() throws Exception {
        Breach breach = breach("Spam", true);
        Judgement judgement = new Judgement(
                breach.id(),
                new Severity(Nature.FINANCIAL, 4, Ease.LIMITED, Loss.PARTIAL, Loss.NONE, Loss.NONE, true),
                new Judgement.Why("Kinder sind betroffen.", "", "Ein Angriff."),
                false,
                true,
                NOW,
                "Dora Datenschutz");
        List<Decision> decisions = IntStream.range(0, 40)
                .mapToObj(i -> new Decision(
                        breach.id(),
                        UUID.randomUUID(),
                        Recipient.PERSONS,
                        i % 2 == 0,
                        i % 2 == 0 ? null : Exemption.AVERTED,
                        "Die Konten wurden gesperrt und alle Passwörter zurückgesetzt (" + i + ").",
                        NOW,
                        "Dora Datenschutz"))
                .toList();
        Dossier dossier = new Dossier(
                breach,
                supplement(breach),
                List.of("oculavis GmbH"),
                List.of("Hetzner Online GmbH"),
                List.of(),
                List.of(),
                List.of(byMail(breach), byTelephone(breach)),
                List.of(judgement),
                decisions,
                List.of(),
                List.of(new Turn(breach.id(), true, "Alles getan.", NOW, "Dora Datenschutz")),
                Optional.of(LocalDate.parse("2028-11-27")),
                Optional.of(100_000L),
                NOW);
        JsonObject json = DossierJson.of(dossier, Locale.GERMAN);
        byte[] pdf = new DossierPaper(dossier, Map.of("customer-data", "Kundendaten"), clause -> clause, Locale.GERMAN)
                .pdf(AuthorityPaper.bytes(json));

        assertThat(json.getString("effects")).isEqualTo("Spam");
        assertThat(json.getString("remedialAction")).isEqualTo("Zugang gesperrt");
        assertThat(json.getJsonObject("facts").getJsonArray("subProcessors").getString(0))
                .isEqualTo("Hetzner Online GmbH");
        assertThat(json.getInt("controllersInAll")).isEqualTo(100_000);
        assertThat(json.getString("keptUntil")).isEqualTo("2028-11-27");
        assertThat(json.getJsonArray("timeline").getValuesAs(JsonObject.class))
                .extracting(one -> one.getString("what"))
                .startsWith("occurred", "aware", "reported", "controller-told", "controller-told", "judged")
                .endsWith("closed");
        JsonObject mailed = json.getJsonArray("notices").getJsonObject(0);
        assertThat(mailed.getString("smtpAnswer")).isEqualTo("250 2.0.0 Ok: queued as 4711");
        assertThat(mailed.getString("letterSha256")).isEqualTo("ab".repeat(32));
        assertThat(json.getJsonArray("notices").getJsonObject(1).getString("channel"))
                .isEqualTo("telephone");
        assertThat(text(pdf))
                .contains("Bei Unterauftragsverarbeitern", "Hetzner Online GmbH")
                .contains("Wer unterrichtet wurde", "Kundinnen und Kunden (Phase 1)", "per Telefon: Frau Keller")
                .contains("250 2.0.0 Ok: queued as 4711")
                .contains("ab".repeat(16) + " " + "ab".repeat(16));
        assertThat(text(pdf))
                .contains("4 × 0,5 + 0,75 = 2,75", "Kinder sind betroffen.", "Kundendaten", "27. November 2028");
        assertThat(PdfA.complaints(pdf)).isEmpty();
        keep("record.pdf", pdf);
    }

    @Test
    void aRecordIsKeptAsLongAsTheLongestRuleSaysAndNeverLessThanUntilItsEnd() {
        LocalDate told = LocalDate.parse("2026-11-27");
        List<java.time.Period> legal =
                Keeping.periods(LAW.on(told, "retain").stream().map(rule -> rule.promise()));

        assertThat(legal).containsExactly(java.time.Period.ofYears(2));
        assertThat(Keeping.until(told, told.plusDays(5), legal)).contains(LocalDate.parse("2028-11-27"));
        assertThat(Keeping.until(told, told.plusYears(3), legal)).contains(LocalDate.parse("2029-11-27"));
        assertThat(Keeping.until(told, told, List.of(java.time.Period.ofYears(2), java.time.Period.ofMonths(30))))
                .contains(LocalDate.parse("2029-05-27"));
        assertThat(Keeping.until(told, told, List.of())).isEmpty();
    }

    @Test
    void twoReportsOfTheSameBreachAreFoundToBeAlike() {
        Breach one = named("A backup was copied", AWARE, List.of());

        assertThat(Likeness.between(one, named("Backup copied by a stranger", AWARE.plusSeconds(3600), List.of())))
                .isTrue();
        assertThat(Likeness.between(one, named("Backup copied", AWARE.plusSeconds(3 * 86_400), List.of())))
                .isFalse();
        assertThat(Likeness.between(one, named("Laptop was stolen", AWARE, List.of())))
                .isFalse();
        assertThat(Likeness.between(
                        named("Theft", AWARE, List.of("customer-data")),
                        named("Lost", AWARE, List.of("customer-data"))))
                .isTrue();
        assertThat(Likeness.between(named("Theft", AWARE, List.of()), named("Lost", AWARE, List.of())))
                .isFalse();
    }

    private static AuthorityPaper paper(String country, String address, Locale language, Breach breach, String delay) {
        Organisation us = new Organisation(
                new OrganisationDetails("oculavis GmbH", address, new Country(country), "", language), NOW);
        Proposal proposal = AUTHORITIES.proposed(new Country(country), address, LocalDate.parse("2026-11-27"));
        String act = LAW.actAt(country);
        List<ReportItem> items = new ReportItems(
                        breach, supplement(breach), us, Map.of("customer-data", "Kundendaten"), language)
                .under(act);
        AuthorityDraft draft = new AuthorityDraft(
                breach,
                us,
                Optional.empty(),
                act,
                1,
                ReportPhase.INITIAL,
                proposal,
                proposal.only(),
                items,
                List.of(),
                List.of(),
                language);
        AuthorityReport.Sending sending = new AuthorityReport.Sending(
                NOW, ReportPhase.INITIAL, proposal.only().orElseThrow(), Channel.PORTAL, "", delay, "");
        return new AuthorityPaper(draft, sending, "Dora Datenschutz", LAW);
    }

    private static Supplement supplement(Breach breach) {
        Supplement supplement = new Supplement(breach.id());
        supplement.amend("Mitarbeitende von Kunden", "", "");
        return supplement;
    }

    private static Notices.Told byMail(Breach breach) {
        Notice notice = persons(breach);
        Telling telling = new Telling(
                notice,
                NoticeChannel.MAIL,
                NOW.minusSeconds(7200),
                "recht@muster.example",
                "Dora Datenschutz",
                "",
                "cd".repeat(32),
                LETTER,
                NOW.minusSeconds(7200),
                "Dora Datenschutz");
        telling.taken(new Outbox.Sent(
                UUID.randomUUID(),
                "<1@okomo.example>",
                "recht@muster.example",
                MailState.SENT,
                Optional.of(NOW.minusSeconds(7199)),
                Optional.of("250 2.0.0 Ok: queued as 4711"),
                Optional.empty()));
        return new Notices.Told(notice, telling);
    }

    private static Notices.Told byTelephone(Breach breach) {
        Notice notice = persons(breach);
        return new Notices.Told(
                notice,
                new Telling(
                        notice,
                        NoticeChannel.TELEPHONE,
                        NOW.minusSeconds(3600),
                        "Frau Keller",
                        "Dora Datenschutz",
                        "Ruft zurück.",
                        "cd".repeat(32),
                        LETTER,
                        NOW,
                        "Dora Datenschutz"));
    }

    private static Notice persons(Breach breach) {
        Organisation us = new Organisation(
                new OrganisationDetails("oculavis GmbH", "", new Country("DE"), "", Locale.GERMAN), NOW);
        return Notice.toPersons(breach.id(), us, Locale.GERMAN, "Kundinnen und Kunden", 1, NOW, "Dora");
    }

    private static Breach named(String title, Instant aware, List<String> data) {
        Facts facts = new Facts(title, "", "", "", data, Set.of(), Extent.unknown(), Extent.unknown(), "", "");
        Breach breach = new Breach("BR-2", facts, BERLIN, false, Set.of(UUID.randomUUID()), aware, "Dora");
        breach.becomeAware(aware, null, aware);
        return breach;
    }

    private static Breach breach(String consequences, boolean own) {
        Facts facts = new Facts(
                "Eine Sicherung wurde kopiert",
                "Unbekannte haben eine Sicherung kopiert.\nMarkup wie <b>中 bleibt Text.",
                "Überwachung",
                "Backup-Server",
                List.of("customer-data"),
                Set.of(Harm.CONFIDENTIALITY),
                Extent.of("persons", 80L, 120L),
                Extent.unknown(),
                consequences,
                "Zugang gesperrt");
        Breach breach =
                new Breach("BR-2026-0007", facts, BERLIN, own, Set.of(UUID.randomUUID()), AWARE, "Dora Datenschutz");
        breach.becomeAware(AWARE, AWARE.minusSeconds(7200), AWARE);
        return breach;
    }

    private static String text(byte[] pdf) throws Exception {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
        }
    }

    private static int pages(byte[] pdf) throws Exception {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return document.getNumberOfPages();
        }
    }

    /** To be looked at. */
    private static void keep(String name, byte[] pdf) throws Exception {
        Path folder = Files.createDirectories(Path.of("target/papers"));
        Files.write(folder.resolve(name), pdf);
    }
}
