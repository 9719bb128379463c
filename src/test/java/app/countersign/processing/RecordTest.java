package app.countersign.processing;

import static org.assertj.core.api.Assertions.assertThat;

import app.countersign.kernel.Country;
import app.countersign.party.Organisation;
import app.countersign.party.OrganisationDetails;
import app.countersign.terms.Template;
import app.countersign.terms.Templates;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The record of processing as files. */
class RecordTest {

    private static final Template OKOMO =
            Templates.read(Path.of("contracts-templates")).find("okomo-dpa").orElseThrow();

    @TempDir
    Path folder;

    private final Organisation processor = new Organisation(
            "okomo",
            OrganisationDetails.read("Okomo AG", "Sihleggstrasse 23\n8832 Wollerau", "CH", "", ""),
            ZoneId.of("Europe/Zurich"),
            Instant.EPOCH);

    private ProcessingRecord record(long contracts) {
        return new ProcessingRecord(
                processor,
                Instant.parse("2026-11-28T10:00:00Z"),
                contracts,
                List.of(new ProcessingForm(OKOMO, contracts)),
                List.of(),
                List.of(),
                List.of());
    }

    private static ControllerRow controller(long serial, String name) {
        return new ControllerRow(
                serial,
                new UUID(1, serial),
                "OKO-2026-" + serial,
                new UUID(2, serial),
                name,
                "Weg 1\n8000 Zürich",
                new Country("CH"),
                "Lea Muster, lea@muster.example",
                Optional.of("dpo@muster.example"),
                "okomo-dpa",
                LocalDate.of(2026, 1, 20),
                Optional.empty());
    }

    private static RecordFormat.Controllers one(String name) {
        return serial -> new Recording.Page(List.of(controller(1, name)), OptionalLong.empty());
    }

    /** Pages of 200, as many as are asked for. */
    private static RecordFormat.Controllers many(long all) {
        return after -> {
            List<ControllerRow> page = LongStream.rangeClosed(after + 1, Math.min(all, after + 200))
                    .mapToObj(serial -> controller(serial, "Muster " + serial + " AG"))
                    .toList();
            long last = page.get(page.size() - 1).serial();
            return new Recording.Page(page, last < all ? OptionalLong.of(last) : OptionalLong.empty());
        };
    }

    private static JsonObject read(byte[] json) {
        return Json.createReader(new ByteArrayInputStream(json)).readObject();
    }

    @Test
    void whatTheDataSaysIsInTheVocabulary() throws IOException {
        byte[] json = new RecordGraph(record(1), one("Muster AG"), Locale.GERMAN, "https://dpa.example").json();
        Set<String> known;
        try (InputStream terms = RecordTest.class.getResourceAsStream("dpv-2.2-terms.txt")) {
            known = new String(terms.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .collect(Collectors.toSet());
        }

        List<String> used = Pattern.compile("\"((?:dpv|eu-gdpr|loc):[\\w-]+)\"")
                .matcher(new String(json, StandardCharsets.UTF_8))
                .results()
                .map(found -> found.group(1))
                .distinct()
                .toList();

        assertThat(used).hasSizeGreaterThan(15).allMatch(known::contains);
    }

    @Test
    void theDataNamesProcessorProcessingAndControllers() {
        JsonObject json = read(new RecordGraph(record(1), one("Muster AG"), Locale.GERMAN, "").json());

        assertThat(json.getJsonObject("dpv:hasDataProcessor").getString("dpv:hasName"))
                .isEqualTo("Okomo AG");
        JsonObject process = json.getJsonArray("dpv:hasProcess").getJsonObject(0);
        assertThat(process.getJsonArray("dpv:hasPersonalData").toString()).contains("Chat-Verläufe");
        assertThat(process.getJsonArray("dpv:hasDataSubject").toString()).contains("Mitarbeitende des Auftraggebers");
        JsonObject controller = json.getJsonArray("dpv:hasDataController").getJsonObject(0);
        assertThat(controller.getString("dpv:hasName")).isEqualTo("Muster AG");
        assertThat(controller.getJsonObject("dpv:hasProcess").getString("@id")).isEqualTo(process.getString("@id"));
        assertThat(controller.getJsonObject("dpv:hasLegalMeasure").getString("dct:identifier"))
                .isEqualTo("OKO-2026-1");
    }

    @Test
    void noCellOfTheTableIsAFormula() throws IOException {
        String all = sheets(new RecordTable(record(1), one("=cmd|' /C calc'!A0"), Locale.GERMAN).xlsx());

        assertThat(all).contains("=cmd|", "Personendaten").doesNotContain("<f>", "<f ");
    }

    @Test
    void theTableNamesEveryController() throws IOException {
        String all = sheets(new RecordTable(record(1200), many(1200), Locale.ENGLISH).xlsx());

        assertThat(all).contains("OKO-2026-1<", "OKO-2026-201<", "OKO-2026-1200<");
    }

    @Test
    void thePaperSaysWhenItDoesNotNameThemAll() throws IOException {
        try (var pdf = Loader.loadPDF(new RecordPaper(record(2500), many(2500), Locale.GERMAN, 200).pdf())) {
            assertThat(new PDFTextStripper().getText(pdf))
                    .contains("Okomo AG", "nicht erfasst", "ersten 200 von 2.500", "Muster 200 AG")
                    .doesNotContain("Muster 201 AG");
        }
    }

    /** By the directory at its end, as spreadsheets read it: the entries themselves don't say how large they are. */
    private String sheets(byte[] xlsx) throws IOException {
        Path file = Files.write(folder.resolve("record.xlsx"), xlsx);
        StringBuilder all = new StringBuilder();
        try (ZipFile zip = new ZipFile(file.toFile())) {
            for (ZipEntry entry : Collections.list(zip.entries())) {
                if (entry.getName().startsWith("xl/worksheets/")) {
                    all.append(new String(zip.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8));
                }
            }
        }
        return all.toString();
    }
}
