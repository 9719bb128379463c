package app.countersign.breach;

import app.countersign.contract.Contract;
import app.countersign.contract.Contracts;
import app.countersign.contract.CustomerLinks;
import app.countersign.deadline.Deadlines;
import app.countersign.document.StoredFile;
import app.countersign.document.StoredFiles;
import app.countersign.kernel.DomainEvent;
import app.countersign.kernel.EmailAddress;
import app.countersign.kernel.Invalid;
import app.countersign.kernel.KebabCase;
import app.countersign.kernel.Reason;
import app.countersign.kernel.Refused;
import app.countersign.kernel.Texts;
import app.countersign.mail.Mail;
import app.countersign.mail.Outbox;
import app.countersign.party.Organisation;
import app.countersign.party.Organisations;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Tells: the letter is fixed as it is, goes out or is noted as told, and the clock that demanded it ends. All of it is one
 * transaction, which holds the breach, so that nothing is told twice.
 */
@ApplicationScoped
class Dispatch {

    private static final String PDF = "application/pdf";
    private static final int LONGEST_RECIPIENT = 300;

    @Inject
    private Notices notices;

    @Inject
    private Breaches breaches;

    @Inject
    private NoticeWriting writing;

    @Inject
    private Addressees addressees;

    @Inject
    private Contracts contracts;

    @Inject
    private CustomerLinks links;

    @Inject
    private Organisations organisations;

    @Inject
    private StoredFiles files;

    @Inject
    private Outbox outbox;

    @Inject
    private Deadlines deadlines;

    @Inject
    private Event<DomainEvent> happened;

    /**
     * How somebody is told.
     *
     * @param at when; by mail it is now
     * @param to the addresses that a person chose instead of the controller's own
     * @param recipient who was told otherwise than by mail; may be empty
     * @param teller who told
     * @param remark may be empty
     * @param late why it is late; may be empty where it is not
     */
    record Way(
            NoticeChannel channel,
            Instant at,
            List<EmailAddress> to,
            String recipient,
            String teller,
            String remark,
            String late) {}

    /**
     * Tells one.
     *
     * @param breach locked
     * @param notice locked
     * @throws Refused if it was told before, is not to be told, can't be mailed, or is late without a reason
     */
    void tell(Breach breach, Notice notice, Way way, Instant now, String by) {
        if (breach.state() != BreachState.OPEN) {
            throw Refused.because("breach.refusal.not-open");
        }
        notice.requireUntold();
        Optional<Contract> contract = contract(notice);
        Optional<Concern> concern = notice.concernId().map(id -> breaches.concern(breach.id(), id));
        concern.ifPresent(one -> settle(one, now, by));
        requireReason(breach, notice, way);
        NoticeWords words = words(breach, notice);
        List<EmailAddress> to = way.channel() == NoticeChannel.MAIL ? recipients(notice, contract, way) : List.of();
        StoredFile letter = files.store(paper(breach, notice, words, now), PDF);
        notice.told(fixed(notice, words, now, by), told(breach, now), way.channel(), way.at(), way.teller());
        if (to.isEmpty()) {
            notices.add(telling(notice, way, otherwise(notice, contract, way), words, letter, now, by));
        }
        for (EmailAddress address : to) {
            Telling telling = telling(notice, way, address.value(), words, letter, now, by);
            telling.mailed(outbox.send(mail(breach, notice, contract, address, words, letter)));
            notices.add(telling);
        }
        meet(breach, notice, way);
        notices.flush();
        Map<String, Object> facts = NoticeEvent.facts(breach, notice);
        facts.put("channel", KebabCase.of(way.channel()));
        facts.put("at", way.at());
        facts.put("document", letter.sha256());
        happened.fire(new NoticeEvent.NoticeSent(breach.id(), facts, Optional.of(notice.processorId())));
    }

    /** Whoever tells a controller has decided that it is concerned. */
    private static void settle(Concern concern, Instant now, String by) {
        if (concern.state() == ConcernState.EXCLUDED) {
            throw Refused.because("notice.refusal.not-concerned", concern.controllerName());
        }
        if (concern.state() == ConcernState.FOUND) {
            concern.confirm(now, by);
        }
    }

    private void requireReason(Breach breach, Notice notice, Way way) {
        boolean late = deadlines.isLate(
                breach.id(), notice.concernId().orElse(Notice.NONE), BreachClocks.kindOf(notice), way.at());
        if (late && way.late().isEmpty()) {
            throw Invalid.field("reason", Reason.of("notice.complaint.late"));
        }
    }

    private void meet(Breach breach, Notice notice, Way way) {
        if (notice.isToPersons()) {
            deadlines.meet(breach.id(), notice.processorId(), BreachClocks.PERSONS, way.at(), way.teller(), way.late());
            return;
        }
        deadlines.meetPart(
                breach.id(),
                notice.concernId().orElse(Notice.NONE),
                BreachClocks.kindOf(notice),
                way.at(),
                way.teller(),
                way.late());
    }

    private List<EmailAddress> recipients(Notice notice, Optional<Contract> contract, Way way) {
        if (!way.to().isEmpty()) {
            return way.to();
        }
        if (contract.isEmpty()) {
            throw Invalid.field("to", Reason.of("notice.complaint.no-recipients"));
        }
        Addressees.Addressee addressee = addressees.of(contract.get());
        return List.of(addressee
                .email()
                .orElseThrow(() -> new Unmailable(addressee.problem().orElseThrow())));
    }

    /** There is no address to which it could go. */
    static final class Unmailable extends Refused {

        private static final long serialVersionUID = 1L;

        Unmailable(Reason reason) {
            super(reason);
        }
    }

    private static String otherwise(Notice notice, Optional<Contract> contract, Way way) {
        String known = contract.map(Contract::addresseeName)
                .filter(name -> !name.isEmpty())
                .orElse(notice.addressee());
        return way.recipient().isEmpty() ? known : way.recipient();
    }

    private Telling telling(
            Notice notice, Way way, String recipient, NoticeWords words, StoredFile letter, Instant now, String by) {
        String shown = recipient.length() > LONGEST_RECIPIENT ? recipient.substring(0, LONGEST_RECIPIENT) : recipient;
        return new Telling(
                notice, way.channel(), way.at(), shown, way.teller(), way.remark(), words.sha256(), letter, now, by);
    }

    private Mail mail(
            Breach breach,
            Notice notice,
            Optional<Contract> contract,
            EmailAddress to,
            NoticeWords words,
            StoredFile letter) {
        Texts texts = Texts.of(notice.language());
        Optional<CustomerLinks.Made> link = contract.map(one -> links.make(one, to));
        String online = link.map(made -> texts.text("notice.mail.online", made.address()))
                .orElseGet(() -> texts.text("notice.mail.attached"));
        Mail mail = Mail.plain(
                        to,
                        words.subject(),
                        words.body() + "\n\n--\n" + online,
                        notice.language(),
                        Breaches.KIND,
                        breach.id())
                .of(notice.processorId())
                .withAttachment(new Mail.Attachment(fileName(breach, notice), PDF, letter.sha256()));
        return link.map(made -> mail.withSecret(made.token())).orElse(mail);
    }

    /** {@code BR-2026-0007-OKO-2026-0001-1.pdf} */
    static String fileName(Breach breach, Notice notice) {
        String whom = notice.isToPersons() ? "Art-34" : notice.contractNumber();
        return breach.number() + "-" + whom + "-" + notice.phase() + ".pdf";
    }

    /** The words that stand: what a person wrote, or the application's own. */
    NoticeWords words(Breach breach, Notice notice) {
        return notices.text(notice).map(NoticeText::words).orElseGet(() -> ownWords(breach, notice));
    }

    /** The application's words, from the facts as they are now. */
    NoticeWords ownWords(Breach breach, Notice notice) {
        Organisation us = organisations.byId(notice.processorId()).orElseThrow();
        boolean ended = notice.concernId()
                .map(breaches::anyConcern)
                .map(Concern::isContractEnded)
                .orElse(false);
        return writing.write(
                breach,
                us,
                contract(notice).orElse(null),
                ended,
                notice.language(),
                before(notice).orElse(null));
    }

    /** What was told to the same addressee last. */
    private Optional<ToldFacts> before(Notice notice) {
        return notices.sameAddressee(notice).stream()
                .filter(earlier -> earlier.phase() < notice.phase() && earlier.state() == NoticeState.SENT)
                .reduce((first, second) -> second)
                .flatMap(Notice::factsId)
                .flatMap(notices::toldFacts);
    }

    /** Fixes the words; @return their number */
    private int fixed(Notice notice, NoticeWords words, Instant now, String by) {
        if (notice.textNo() > 0) {
            return notice.textNo();
        }
        int no = notices.texts(notice.id()).size() + 1;
        notices.add(new NoticeText(notice.id(), no, words, words, now, by));
        return no;
    }

    private ToldFacts told(Breach breach, Instant now) {
        return notices.told(breach).orElseGet(() -> {
            ToldFacts facts = new ToldFacts(breach, now);
            notices.add(facts);
            return facts;
        });
    }

    /** The letter as PDF/A. */
    byte[] paper(Breach breach, Notice notice, NoticeWords words, Instant at) {
        Organisation us = organisations.byId(notice.processorId()).orElseThrow();
        List<String> to = new ArrayList<>();
        contract(notice).ifPresent(contract -> {
            to.add(contract.controller().name());
            if (!contract.addresseeName().isEmpty()) {
                to.add(contract.addresseeName());
            }
            to.addAll(contract.controller().address().lines().toList());
        });
        return LetterPaper.pdf(
                new LetterPaper.Head(us, to, breach.number(), notice.contractNumber(), at, notice.language()), words);
    }

    Optional<Contract> contract(Notice notice) {
        return notice.contractId().flatMap(contracts::byId);
    }
}
