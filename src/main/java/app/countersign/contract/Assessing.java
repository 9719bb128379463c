package app.countersign.contract;

import app.countersign.document.IssuedForm;
import app.countersign.document.Limits;
import app.countersign.document.Placement;
import app.countersign.document.PrintedCode;
import app.countersign.document.Recognition;
import app.countersign.document.ReturnCheck;
import app.countersign.kernel.Refused;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Has returned files judged, and recognised. No transaction is open meanwhile: it may take seconds. */
@ApplicationScoped
class Assessing {

    private static final Pattern CONTRACT_ID = Pattern.compile("^([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\\b");

    @Inject
    private Originals originals;

    @Inject
    private Clock clock;

    /**
     * The form as it went out.
     *
     * @param signing where the controller may sign by hand
     */
    record Form(byte[] pdf, List<Placement> signing) {}

    Assessment of(Form form, byte[] returned) {
        ReturnCheck check = new ReturnCheck(originals.certificates(), Limits.RETURNED, clock);
        return Assessment.of(check.judge(IssuedForm.of(form.pdf(), form.signing()), returned));
    }

    /** The id, or the number, of the contract that a file claims to belong to. */
    record Claim(Optional<UUID> id, Optional<String> number) {

        static Claim ofNumber(String number) {
            return new Claim(Optional.empty(), Optional.of(number));
        }
    }

    /** Empty in both if the file says nothing, or can't be read. */
    Claim claim(byte[] file) {
        try {
            Recognition recognition = Recognition.of(file, Limits.USUAL);
            return new Claim(
                    recognition.identifier().flatMap(Assessing::contract),
                    recognition.codes().stream().map(PrintedCode::code).findFirst());
        } catch (Refused e) {
            // What can't be read claims nothing.
            return new Claim(Optional.empty(), Optional.empty());
        }
    }

    private static Optional<UUID> contract(String identifier) {
        Matcher matcher = CONTRACT_ID.matcher(identifier);
        return matcher.find() ? Optional.of(UUID.fromString(matcher.group(1))) : Optional.empty();
    }
}
