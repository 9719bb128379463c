package app.countersign.contract;

import app.countersign.kernel.Reason;
import app.countersign.kernel.Refused;
import app.countersign.mail.Affair;
import app.countersign.mail.Clerk;
import app.countersign.mail.IntakeFile;
import app.countersign.mail.IntakeState;
import app.countersign.party.Organisation;
import app.countersign.party.Organisations;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Knows which of the mails that come in bring a contract back. A file is put to a contract only if it names it itself;
 * what a subject says, or which mail of ours it answers, is a hint for the person to whom the mail is left.
 */
@ApplicationScoped
class ReturnsByMail implements Clerk {

    private static final Pattern NUMBER = Pattern.compile("\\b[A-Z0-9]{2,8}-\\d{4}-\\d{6,}\\b");
    private static final int MOST_FILES = 20;

    @Inject
    private ReturnDesk desk;

    @Inject
    private ReturnSteps steps;

    @Inject
    private Organisations organisations;

    @Override
    public Ruling rule(Arrival arrival) {
        List<IntakeFile> documents = arrival.files().stream()
                .filter(IntakeFile::isPdf)
                .limit(MOST_FILES)
                .toList();
        List<UUID> found = new ArrayList<>();
        try {
            file(arrival, documents, found);
        } catch (Refused e) {
            return new Ruling(
                    IntakeState.WAITING,
                    e.reason(),
                    hint(arrival).map(this::affair).orElse(Affair.UNKNOWN));
        }
        return found.isEmpty() ? unfiled(arrival, documents) : filed(found);
    }

    private void file(Arrival arrival, List<IntakeFile> documents, List<UUID> found) {
        for (IntakeFile file : documents) {
            desk.recognise(() -> steps.read(file.sha256()))
                    .filter(contract -> fits(arrival.mailbox(), contract))
                    .ifPresent(contract -> {
                        take(contract, file, arrival);
                        found.add(contract);
                    });
        }
    }

    /** A mail to one processor brings no contract of another. */
    private boolean fits(String mailbox, UUID contract) {
        return processor(mailbox)
                .map(processor -> processor.equals(steps.processor(contract)))
                .orElse(true);
    }

    private void take(UUID contract, IntakeFile file, Arrival arrival) {
        Provenance from = new Provenance(
                Door.MAIL,
                arrival.sender().map(Object::toString).orElse("?"),
                arrival.sender(),
                Optional.of(arrival.mailId()),
                !arrival.automatic());
        desk.take(contract, () -> steps.read(file.sha256()), file.name(), from);
    }

    private Ruling filed(List<UUID> found) {
        UUID contract = found.get(0);
        Reason why = found.stream().distinct().count() == 1
                ? Reason.of("contract.intake.filed", steps.number(contract))
                : Reason.of("contract.intake.filed-several", steps.number(contract), found.size());
        return new Ruling(IntakeState.FILED, why, affair(contract));
    }

    private Ruling unfiled(Arrival arrival, List<IntakeFile> documents) {
        Optional<UUID> hint = hint(arrival);
        Affair affair = hint.map(this::affair).orElse(Affair.UNKNOWN);
        if (arrival.automatic() && documents.isEmpty()) {
            return new Ruling(IntakeState.NOTED, Reason.of("contract.intake.automatic"), affair);
        }
        String why = documents.isEmpty()
                ? arrival.files().isEmpty() ? "contract.intake.no-file" : "contract.intake.no-pdf"
                : "contract.intake.not-recognised";
        return new Ruling(IntakeState.WAITING, Reason.of(why), affair);
    }

    /** The contract that the mail speaks of, perhaps. */
    private Optional<UUID> hint(Arrival arrival) {
        Optional<UUID> answered = arrival.answers()
                .filter(affair -> Correspondence.ABOUT.equals(affair.kind()))
                .map(Affair::id);
        return answered.or(() -> named(arrival.subject())).or(() -> named(arrival.text()));
    }

    private Optional<UUID> named(String text) {
        Matcher matcher = NUMBER.matcher(text);
        return matcher.find() ? steps.contract(Assessing.Claim.ofNumber(matcher.group())) : Optional.empty();
    }

    private Affair affair(UUID contract) {
        return new Affair(Correspondence.ABOUT, contract, steps.processor(contract));
    }

    @Override
    @Transactional(TxType.SUPPORTS)
    public Optional<UUID> processor(String code) {
        return organisations.byCode(code).map(Organisation::id);
    }
}
