package app.countersign.contract;

import app.countersign.document.SignatureMark;
import app.countersign.document.StoredFiles;
import app.countersign.kernel.Invalid;
import app.countersign.kernel.PlainText;
import app.countersign.kernel.Reason;
import app.countersign.kernel.Refused;
import java.util.Base64;
import java.util.List;

/**
 * What the controller's person put where the signature goes.
 *
 * @param how typed or drawn
 * @param value the name as typed, or the drawing as a {@code data:image/png;base64,} URL
 */
public record SignatureInput(SignedHow how, String value) {

    private static final PlainText NAME = PlainText.line(200);
    private static final String PNG = "data:image/png;base64,";
    private static final int LONGEST_URL = 720_000;
    private static final String FIELD = "signature";

    /**
     * Checks it, and keeps the drawing.
     *
     * @throws Invalid with a complaint for {@code signature}
     */
    SignatureEvidence.Mark keep(StoredFiles files) {
        return switch (how) {
            case TYPED -> new SignatureEvidence.Mark(how, typed(), null);
            case DRAWN ->
                new SignatureEvidence.Mark(
                        how, null, files.store(drawn(), "image/png").sha256());
            case ON_PAPER, SENT_BACK -> throw Invalid.field(FIELD, Reason.of("kernel.text.missing"));
        };
    }

    private String typed() {
        String name = NAME.require(FIELD, value);
        if (name.codePoints().noneMatch(Character::isLetter)) {
            throw Invalid.field(FIELD, Reason.of("contract.complaint.person"));
        }
        return name;
    }

    private byte[] drawn() {
        if (value == null || value.isBlank()) {
            throw Invalid.field(FIELD, Reason.of("kernel.text.missing"));
        }
        if (!value.startsWith(PNG) || value.length() > LONGEST_URL) {
            throw Invalid.field(FIELD, Reason.of("contract.complaint.drawing"));
        }
        try {
            byte[] image = Base64.getDecoder().decode(value.substring(PNG.length()));
            SignatureMark.drawn(image, List.of());
            return image;
        } catch (Refused e) {
            throw Invalid.field(FIELD, e.reason());
        } catch (IllegalArgumentException e) {
            throw Invalid.field(FIELD, Reason.of("contract.complaint.drawing"));
        }
    }
}
