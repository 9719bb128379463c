package app.countersign.retention;

import app.countersign.contract.Contract;
import app.countersign.contract.ContractDocument;
import app.countersign.contract.CustomerLinks;
import app.countersign.kernel.Texts;
import app.countersign.mail.Mail;
import app.countersign.mail.Outbox;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;

/** What is written to a controller after its contract's end, in the contract's language. */
@ApplicationScoped
class DisposalLetters {

    @Inject
    private Outbox outbox;

    @Inject
    private CustomerLinks links;

    @Inject
    private Clauses clauses;

    /** Asks what is to become of the data, with a link by which to answer. */
    void ask(Contract contract, Disposal disposal, boolean again) {
        CustomerLinks.Made link = links.make(contract, contract.addresseeEmail());
        Object[] facts = {
            contract.number(),
            contract.processor().name(),
            contract.controller().name(),
            written(disposal.endedOn(), contract.language()),
            written(disposal.dueOn(), contract.language()),
            clauses.label(disposal.clause(), contract.language()),
            link.address()
        };
        outbox.send(mail(contract, again ? "again" : "ask", facts).withSecret(link.token()));
    }

    void confirm(Contract contract, ContractDocument paper) {
        CustomerLinks.Made link = links.make(contract, contract.addresseeEmail());
        Object[] facts = {
            contract.number(),
            contract.processor().name(),
            contract.controller().name(),
            link.address()
        };
        outbox.send(mail(contract, "confirmed", facts)
                .withSecret(link.token())
                .withAttachment(new Mail.Attachment(paper.fileName(), "application/pdf", paper.sha256())));
    }

    private static Mail mail(Contract contract, String kind, Object... facts) {
        Texts texts = Texts.of(contract.language());
        return Mail.plain(
                        contract.addresseeEmail(),
                        texts.text("deletion.mail." + kind + ".subject", facts),
                        texts.text("deletion.mail." + kind + ".text", facts),
                        contract.language(),
                        "contract",
                        contract.id())
                .of(contract.processor().id());
    }

    /** A day as papers and mails write it. */
    static String written(LocalDate day, Locale language) {
        Locale supported = Texts.supported(language);
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                .withLocale(supported.equals(Locale.GERMAN) ? supported : Locale.UK)
                .format(day);
    }
}
