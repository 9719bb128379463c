package app.countersign.document;

import static org.assertj.core.api.Assertions.assertThat;

import app.countersign.document.Comparison.Change;
import app.countersign.kernel.Reason;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** No altered file is called genuine, and it is said what was altered. */
class AlterationTest {

    private static final byte[] SEALED = Seals.sealed();
    private static final Verification VERIFICATION = new Verification(Set.of(Seals.KEY.certificate()), Limits.USUAL);

    static Stream<Arguments> alterations() {
        return Stream.of(
                tricky("document.difference.replaced", document -> Forger.edit(document, "24 M", "10 M")),
                tricky("document.difference.laid-over", Forger::stamp),
                tricky("document.difference.redrawn", Forger::paintOver),
                tricky("document.difference.scripts", Forger::addScript),
                tricky("document.difference.pages", Forger::addPage),
                tricky("document.difference.attachment", Forger::swapAttachment));
    }

    private static Arguments tricky(String reason, Forger.Trick trick) {
        return Arguments.of(reason, trick);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("alterations")
    void an_alteration_in_a_further_revision_is_found(String reason, Forger.Trick trick) {
        byte[] altered = Forger.continued(SEALED, trick);
        Comparison comparison = compared(altered);
        Findings findings = VERIFICATION.of(altered);

        assertThat(comparison.identical()).isFalse();
        assertThat(comparison.continues()).isTrue();
        assertThat(keys(comparison.reasons())).contains(reason, "document.difference.continued");
        assertThat(findings.changedAfterLastSignature()).isTrue();
        assertThat(findings.sealedByUs()).isFalse();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("alterations")
    void an_alteration_in_a_file_saved_anew_is_found(String reason, Forger.Trick trick) {
        byte[] altered = Forger.rewritten(SEALED, trick);

        assertThat(keys(compared(altered).reasons())).contains(reason);
        assertThat(VERIFICATION.of(altered).sealedByUs()).isFalse();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("alterations")
    void an_alteration_that_somebody_else_signed_is_not_sealed_by_us(String reason, Forger.Trick trick) {
        SealKey other = Seals.another();
        byte[] altered =
                new Seal(other, Optional.empty()).seal(Forger.continued(SEALED, trick), Seals.NOTE, Samples.THEN);
        Findings findings = VERIFICATION.of(altered);

        assertThat(findings.signatures()).extracting(SignatureFinding::intact).containsExactly(true, true);
        assertThat(findings.signatures()).extracting(SignatureFinding::ours).containsExactly(true, false);
        assertThat(findings.sealedByUs()).isFalse();
        assertThat(keys(compared(altered).reasons())).contains(reason);
    }

    @Test
    void the_file_itself_is_identical_and_sealed_by_us() {
        Findings findings = VERIFICATION.of(SEALED);

        assertThat(compared(SEALED.clone()).identical()).isTrue();
        assertThat(compared(SEALED.clone()).reasons()).isEmpty();
        assertThat(findings.sealedByUs()).isTrue();
        assertThat(findings.changedAfterLastSignature()).isFalse();
        assertThat(findings.identifier()).contains(Samples.METADATA.identifier());
        assertThat(findings.attachments()).containsExactlyInAnyOrder("contract.json", "contract.schema.json");
        assertThat(findings.scripts()).isFalse();
        assertThat(findings.reasons()).isEmpty();
        assertThat(findings.signatures().get(0).signer()).contains("DEMONSTRATION");
        assertThat(findings.signatures().get(0).claimedAt()).contains(Samples.THEN);
    }

    @Test
    void it_is_said_what_stood_there_and_what_stands_there_now() {
        Comparison comparison = compared(Forger.continued(SEALED, document -> Forger.edit(document, "24 M", "10 M")));

        assertThat(comparison.changes()).containsExactly(new Change(1, "24 Monaten", "10 Monaten"));
        assertThat(comparison.reasons().get(0).in(Locale.GERMAN))
                .isEqualTo("Seite 1: Hier steht «10 Monaten», im Original steht «24 Monaten».");
    }

    @Test
    void a_page_put_in_does_not_make_the_following_ones_differ() {
        Comparison comparison = compared(Forger.rewritten(SEALED, Forger::addPage));

        assertThat(comparison.changes()).containsExactly(new Change(2, "", "Zusatz: alles gratis"));
        assertThat(comparison.pagesAfter()).isEqualTo(comparison.pagesBefore() + 1);
    }

    @Test
    void pages_in_another_order_are_found() {
        assertThat(compared(Forger.rewritten(SEALED, Forger::swapPages)).changes())
                .isNotEmpty();
    }

    @Test
    void a_field_drawn_over_a_clause_is_found() {
        byte[] issued = Samples.issued();
        Comparison comparison = Comparison.of(issued, Forger.continued(issued, Forger::enlargeField), Limits.USUAL);

        assertThat(comparison.annotations()).containsExactly(1);
        assertThat(comparison.changes()).isEmpty();
    }

    @Test
    void the_same_pages_without_the_seal_are_not_the_sealed_file() {
        Comparison comparison = compared(Samples.completed());

        assertThat(comparison.identical()).isFalse();
        assertThat(comparison.reasons()).isNotEmpty();
        assertThat(VERIFICATION.of(Samples.completed()).sealedByUs()).isFalse();
    }

    @Test
    void saving_anew_alone_is_told_from_altering() {
        Comparison comparison = compared(Forger.rewritten(SEALED, document -> {}));

        assertThat(keys(comparison.reasons())).containsExactly("document.difference.bytes");
    }

    @Test
    void appended_bytes_are_found() {
        byte[] longer = Arrays.copyOf(SEALED, SEALED.length + 3);

        assertThat(compared(longer).identical()).isFalse();
        assertThat(keys(compared(longer).reasons())).containsExactly("document.difference.continued");
        assertThat(VERIFICATION.of(longer).sealedByUs()).isFalse();
    }

    @Test
    void a_changed_byte_under_the_seal_breaks_it() {
        for (int at = 200; at < SEALED.length; at += SEALED.length / 40) {
            byte[] changed = SEALED.clone();
            changed[at] ^= 0x10;

            assertThat(VERIFICATION.of(changed).sealedByUs()).as("byte " + at).isFalse();
            assertThat(compared(changed).identical()).isFalse();
        }
    }

    @Test
    void a_seal_is_ours_only_with_our_certificate() {
        Findings findings = new Verification(Set.of(Seals.another().certificate()), Limits.USUAL).of(SEALED);

        assertThat(findings.signatures().get(0).intact()).isTrue();
        assertThat(findings.sealedByUs()).isFalse();
        assertThat(keys(findings.reasons())).containsExactly("document.finding.signature-of-another");
    }

    private static Comparison compared(byte[] candidate) {
        return Comparison.of(SEALED, candidate, Limits.USUAL);
    }

    private static List<String> keys(List<Reason> reasons) {
        return reasons.stream().map(Reason::key).toList();
    }
}
