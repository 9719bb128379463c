package app.countersign.webhook;

import app.countersign.access.Account;
import app.countersign.access.Accounts;
import app.countersign.access.Roles;
import app.countersign.kernel.Reason;
import app.countersign.kernel.Settings;
import app.countersign.kernel.Texts;
import app.countersign.mail.Mail;
import app.countersign.mail.Outbox;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Set;

/** Tells those who keep receivers that a call was given up. */
@ApplicationScoped
class GivenUpMails {

    private static final Set<String> TOLD = Set.of(Roles.ADMINISTRATOR, Roles.DPO);

    @Inject
    private Accounts accounts;

    @Inject
    private Outbox outbox;

    @Inject
    private Settings settings;

    void tell(Webhook hook, WebhookCall call, Reason problem) {
        for (Account account : accounts.all()) {
            boolean told = account.isActive()
                    && account.roles().stream().anyMatch(TOLD::contains)
                    && account.remit().covers(hook.processor().orElse(null));
            if (told) {
                account.email().ifPresent(address -> {
                    Texts texts = Texts.of(account.language());
                    Mail mail = Mail.plain(
                            address,
                            texts.text("webhook.mail.subject", hook.label()),
                            texts.text(
                                    "webhook.mail.text",
                                    hook.label(),
                                    texts.text("webhook.event." + call.event()),
                                    problem.in(account.language()),
                                    settings.baseUrl() + "/webhook/list?id=" + hook.id()),
                            account.language(),
                            "webhook",
                            hook.id());
                    outbox.send(hook.processor().map(mail::of).orElse(mail));
                });
            }
        }
    }
}
