package app.countersign.account;

import app.countersign.access.LinkMade;
import app.countersign.kernel.EmailAddress;
import app.countersign.kernel.Settings;
import app.countersign.kernel.Texts;
import app.countersign.mail.Mail;
import app.countersign.mail.Outbox;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;

/** Mails the links with which people set a password, in the transaction in which they are made. */
@ApplicationScoped
class LinkMails {

    @Inject
    private Outbox outbox;

    @Inject
    private Settings settings;

    void send(@Observes LinkMade link) {
        Texts texts = Texts.of(link.language());
        String kind = "account.mail." + (link.invitation() ? "invitation" : "reset");
        String address = settings.baseUrl() + "/welcome/link?key=" + link.word();
        outbox.send(Mail.plain(
                        new EmailAddress(link.email()),
                        texts.text(kind + ".subject"),
                        texts.text(kind + ".text", link.name(), address, link.userName(), settings.baseUrl()),
                        texts.language(),
                        "account",
                        link.account())
                .withSecret(link.word()));
    }
}
