package app.countersign.contract;

import static org.assertj.core.api.Assertions.assertThat;

import app.countersign.contract.Verdict.Judgement;
import app.countersign.document.Comparison;
import app.countersign.document.Form;
import app.countersign.document.Furniture;
import app.countersign.document.Limits;
import app.countersign.document.Manuscript;
import app.countersign.document.Metadata;
import app.countersign.document.Rendering;
import app.countersign.document.Seal;
import app.countersign.document.SealKey;
import app.countersign.document.SealNote;
import app.countersign.document.SignatureMark;
import app.countersign.document.StoredFile;
import app.countersign.kernel.Reason;
import app.countersign.kernel.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JudgeTest {

    private static final UUID CONTRACT = UUID.fromString("6f1d8a34-0b8c-4a77-9a77-77aa0b8c1234");
    private static final Map<String, String> SIGNED = Map.of(
            "controller.company", "Müller AG",
            "controller.address", "Weg 1\n8000 Zürich",
            "controller.person", "Erika Muster",
            "controller.place", "Zürich",
            "controller.date", "22.11.2026");

    @TempDir
    private static Path folder;

    private static SealKey key;
    private static byte[] issued;
    private static byte[] countersigned;
    private static Judge judge;

    @BeforeAll
    static void aContractIsKept() {
        Clock clock = Clock.fixed(Samples.NOON, ZoneOffset.UTC);
        key = SealKey.demo(folder.resolve("seal.p12"), "demo".toCharArray(), "Okomo AG", clock);
        issued = form("12 Monate").issued(Map.of("controller.company", "Müller AG"), Set.of(), metadata(CONTRACT));
        countersigned = sealed(completed("12 Monate", SIGNED, CONTRACT));
        judge = judge(
                List.of(original(issued, DocumentKind.ISSUED), original(countersigned, DocumentKind.COUNTERSIGNED)));
    }

    @Test
    void theCountersignedDocumentIsGenuineAndTellsHowTheContractStands() {
        Verdict verdict = judge.of(countersigned);

        assertThat(verdict.judgement()).isEqualTo(Judgement.GENUINE);
        assertThat(keys(verdict)).containsExactly("contract.verdict.genuine");
        assertThat(verdict.contract()).get().satisfies(standing -> {
            assertThat(standing.number()).isEqualTo("OKO-2026-000042");
            assertThat(standing.state()).isEqualTo(ContractState.IN_FORCE);
            assertThat(standing.controller()).contains("Müller AG");
            assertThat(standing.signatory()).contains("Petra Muster");
        });
        assertThat(verdict.signatures())
                .singleElement()
                .matches(signature -> signature.sealsWholeFile()
                        && signature.signer().contains("Okomo AG")
                        && signature.signer().contains("DEMONSTRATION"));
    }

    @Test
    void theIssuedDocumentIsGenuineButSaysThatNobodyHasSigned() {
        Verdict verdict = judge.of(issued);

        assertThat(verdict.judgement()).isEqualTo(Judgement.GENUINE);
        assertThat(keys(verdict)).containsExactly("contract.verdict.genuine-unsigned");
        assertThat(verdict.contract()).get().matches(standing -> standing.kind() == DocumentKind.ISSUED);
    }

    @Test
    void bytesAfterTheSealMakeItAltered() {
        byte[] longer = Arrays.copyOf(countersigned, countersigned.length + 7);
        System.arraycopy("% more\n".getBytes(StandardCharsets.US_ASCII), 0, longer, countersigned.length, 7);

        Verdict verdict = judge.of(longer);

        assertThat(verdict.judgement()).isEqualTo(Judgement.ALTERED);
        assertThat(keys(verdict))
                .startsWith("contract.verdict.altered")
                .contains("document.finding.changed-after-signature", "document.difference.continued");
    }

    @Test
    void aChangedPeriodIsShownBeforeAndAfter() {
        Verdict verdict = judge.of(completed("24 Monate", SIGNED, CONTRACT));

        assertThat(verdict.judgement()).isEqualTo(Judgement.ALTERED);
        assertThat(verdict.differences())
                .anyMatch(change ->
                        change.before().contains("12") && change.after().contains("24"));
        assertThat(keys(verdict)).contains("contract.verdict.altered", "document.finding.no-signature");
    }

    @Test
    void aFileThatOnlyClaimsToBeTheContractLearnsNoNames() {
        Map<String, String> guessed = Map.of(
                "controller.company", "Niemand GmbH",
                "controller.address", "Irgendwo 9\n9999 Nirgends",
                "controller.person", "Nora Nichts",
                "controller.place", "Nirgends",
                "controller.date", "22.11.2026");

        Verdict verdict = judge.of(sealed(completed("12 Monate", guessed, CONTRACT)));

        assertThat(verdict.judgement()).isEqualTo(Judgement.ALTERED);
        assertThat(verdict.contract())
                .get()
                .matches(s -> s.controller().isEmpty() && s.signatory().isEmpty());
        String told =
                verdict.differences().stream().map(Comparison.Change::before).toList()
                        + verdict.reasons().stream()
                                .map(r -> r.in(Locale.ENGLISH))
                                .toList()
                                .toString();
        assertThat(told).doesNotContain("Erika", "Müller", "8000").contains("[…]");
    }

    @Test
    void aFileWithOtherWordsIsUnknownWhateverItClaimsToBe() {
        String words = "<html><head><title>x</title></head><body><p>Nothing to see.</p></body></html>";
        byte[] other =
                Form.of(Rendering.of(manuscript(words)), Map.of()).issued(Map.of(), Set.of(), metadata(CONTRACT));

        Verdict verdict = judge.of(other);

        assertThat(verdict.judgement()).isEqualTo(Judgement.UNKNOWN);
        assertThat(verdict.contract()).isEmpty();
        assertThat(verdict.differences()).isEmpty();
    }

    @Test
    void aDocumentOfNoContractIsUnknown() {
        Verdict verdict = judge.of(completed("12 Monate", SIGNED, UUID.randomUUID()));

        assertThat(verdict.judgement()).isEqualTo(Judgement.UNKNOWN);
        assertThat(keys(verdict)).startsWith("contract.verdict.unknown");
    }

    @Test
    void anUnbrokenSealOfOursOnAFileThatIsNotKeptIsNotEnough() {
        Verdict verdict = judge.of(sealed(completed("12 Monate", SIGNED, UUID.randomUUID())));

        assertThat(verdict.judgement()).isEqualTo(Judgement.UNKNOWN);
        assertThat(keys(verdict)).startsWith("contract.verdict.unknown-sealed");
    }

    @Test
    void whatCannotBeReadIsUnknownWithTheReason() {
        Verdict verdict = judge.of("%PDF-1.7\nnothing".getBytes(StandardCharsets.US_ASCII));

        assertThat(verdict.judgement()).isEqualTo(Judgement.UNKNOWN);
        assertThat(keys(verdict)).containsExactly("document.unreadable.broken");
    }

    private static Judge judge(List<Original> kept) {
        return new Judge(
                Set.of(key.certificate()),
                new Judge.Records() {
                    @Override
                    public Optional<Original> withHash(String sha256) {
                        return kept.stream()
                                .filter(o -> o.file().sha256().equals(sha256))
                                .findFirst();
                    }

                    @Override
                    public List<Original> ofContract(UUID id) {
                        return id.equals(CONTRACT) ? kept : List.of();
                    }

                    @Override
                    public byte[] bytes(Original original) {
                        return original.standing().kind() == DocumentKind.ISSUED ? issued : countersigned;
                    }
                },
                Limits.USUAL);
    }

    private static Original original(byte[] pdf, DocumentKind kind) {
        Contract contract = Samples.in(ContractState.IN_FORCE);
        StoredFile file = new StoredFile(Sha256.hex(pdf), pdf.length);
        return Original.of(new ContractDocument(contract, kind, file, Samples.NOON), contract, Optional.empty());
    }

    private static byte[] completed(String period, Map<String, String> values, UUID contract) {
        return form(period)
                .completed(
                        values,
                        Map.of("controller.signature", SignatureMark.typed(values.get("controller.person"), List.of())),
                        List.of(),
                        metadata(contract));
    }

    private static byte[] sealed(byte[] pdf) {
        return new Seal(key, Optional.empty()).seal(pdf, new SealNote("Okomo AG", null, null), Samples.NOON);
    }

    private static Metadata metadata(UUID contract) {
        return new Metadata("Vertrag", "Okomo AG", "Müller AG", contract + " hash", Locale.GERMAN, Samples.NOON);
    }

    private static Form form(String period) {
        String words = new String(resource("agreement.xhtml"), StandardCharsets.UTF_8);
        return Form.of(
                Rendering.of(manuscript(
                        words.replace("</body>", "<p>Gelöscht wird nach " + period + " ab Speicherung.</p></body>"))),
                Map.of());
    }

    private static Manuscript manuscript(String xhtml) {
        return new Manuscript(
                xhtml.getBytes(StandardCharsets.UTF_8),
                resource("layout.css"),
                Locale.GERMAN,
                name -> Optional.ofNullable(resource(name)),
                new Furniture("Vereinbarung", "Fassung 1.0", "Okomo AG", "Okomo AG"));
    }

    private static byte[] resource(String name) {
        try (InputStream input = JudgeTest.class.getResourceAsStream("/document/" + name)) {
            return input == null ? null : input.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> keys(Verdict verdict) {
        return verdict.reasons().stream().map(Reason::key).toList();
    }
}
