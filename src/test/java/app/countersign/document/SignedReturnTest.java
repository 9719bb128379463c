package app.countersign.document;

import static org.assertj.core.api.Assertions.assertThat;

import app.countersign.document.Judgement.Verdict;
import app.countersign.kernel.Reason;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A form that the customer has signed with a certificate of their own. */
class SignedReturnTest {

    private static final ShippedForm FORM = ShippedForm.of("okomo-dpa");
    private static final byte[] FILLED = Fills.byPdfBox(FORM.pdf(), FORM.values());

    private static byte[] signed(byte[] pdf) {
        return new Seal(Seals.another(), Optional.empty()).seal(pdf, Seals.NOTE, Samples.THEN);
    }

    @Test
    void a_filled_and_signed_form_is_honest_and_can_be_countersigned_in_the_same_file() {
        Judgement judgement = FORM.judge(signed(FILLED));

        assertThat(judgement.verdict()).as("%s", judgement.reasons()).isEqualTo(Verdict.HONEST);
        assertThat(judgement.isSoundlySigned()).isTrue();
        assertThat(judgement.signatures().get(0).inWords())
                .extracting(Reason::key)
                .containsExactly(
                        "document.signed.sound",
                        "document.signed.made-by-itself",
                        "document.signed.claimed",
                        "document.signed.covers-all");
    }

    @Test
    void a_signature_does_not_make_an_altered_form_honest() {
        byte[] altered = Forger.continued(
                FILLED, document -> WordForgeries.all().get(1).trick().on(document, new java.util.Random(3)));
        Judgement judgement = FORM.judge(signed(altered));

        assertThat(judgement.verdict()).isEqualTo(Verdict.ALTERED);
        assertThat(judgement.signatures().get(0).intact()).isTrue();
        assertThat(judgement.isSoundlySigned()).isFalse();
    }

    @Test
    void what_was_filled_in_after_the_signature_is_not_covered_by_it() {
        Judgement judgement = FORM.judge(Fills.byPdfBox(signed(FORM.pdf()), FORM.values()));

        assertThat(judgement.isSoundlySigned()).isFalse();
        assertThat(judgement.signatures().get(0).inWords())
                .extracting(Reason::key)
                .contains("document.signed.covers-part");
    }

    @Test
    void a_broken_signature_leaves_a_doubt() {
        byte[] broken = signed(FILLED);
        int at = new String(broken, java.nio.charset.StandardCharsets.ISO_8859_1).lastIndexOf("/Reason");
        broken[at + 10] ^= 1;
        Judgement judgement = FORM.judge(broken);

        assertThat(judgement.verdict()).as("%s", judgement.reasons()).isEqualTo(Verdict.DOUBTFUL);
        assertThat(judgement.isSoundlySigned()).isFalse();
    }

    @Test
    void a_certificate_that_did_not_hold_at_that_time_signs_nothing_soundly() {
        SignatureFinding.Holder holder =
                new SignatureFinding.Holder("CN=Regula", "CN=Regula", Samples.THEN, Samples.THEN.plusSeconds(60), true);
        SignatureFinding within = signedAt(Samples.THEN.plusSeconds(30), holder);
        SignatureFinding after = signedAt(Samples.THEN.plusSeconds(90), holder);

        assertThat(within.isSound()).isTrue();
        assertThat(after.isSound()).isFalse();
        assertThat(after.inWords()).extracting(Reason::key).contains("document.signed.outside-validity");
    }

    private static SignatureFinding signedAt(Instant time, SignatureFinding.Holder holder) {
        return new SignatureFinding(
                "Regula", Optional.of(time), Optional.empty(), 9, true, true, false, Optional.of(holder));
    }

    @Test
    void an_unsigned_form_is_not_soundly_signed() {
        assertThat(FORM.judge(FILLED).isSoundlySigned()).isFalse();
    }
}
