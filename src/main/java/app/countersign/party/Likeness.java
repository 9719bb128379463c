package app.countersign.party;

import app.countersign.kernel.EmailAddress;
import app.countersign.kernel.Reason;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Says why an organisation that is there may be the same as one about to be entered. */
final class Likeness {

    /** Providers whose mail domain says nothing about who one works for. */
    static final Set<String> MAIL_PROVIDERS = Set.of(
            "gmail.com",
            "googlemail.com",
            "outlook.com",
            "outlook.de",
            "hotmail.com",
            "hotmail.ch",
            "hotmail.de",
            "live.com",
            "icloud.com",
            "me.com",
            "yahoo.com",
            "yahoo.de",
            "gmx.ch",
            "gmx.de",
            "gmx.net",
            "gmx.at",
            "web.de",
            "t-online.de",
            "freenet.de",
            "bluewin.ch",
            "sunrise.ch",
            "hispeed.ch",
            "proton.me",
            "protonmail.com",
            "pm.me",
            "mail.ch",
            "posteo.de",
            "mailbox.org");

    private final String coreName;
    private final String registerKey;
    private final String domain;

    Likeness(String name, String registerNumber, Optional<EmailAddress> email) {
        coreName = LegalName.core(name);
        registerKey = registerNumber.isEmpty() ? "" : LegalName.registerKey(registerNumber);
        domain = email.map(EmailAddress::domain)
                .filter(d -> !MAIL_PROVIDERS.contains(d))
                .orElse("");
    }

    String coreName() {
        return coreName;
    }

    /** Empty where none was given; then nothing is alike in it. */
    String registerKey() {
        return registerKey;
    }

    /** Empty for a mail provider's; then nothing is alike in it. */
    String domain() {
        return domain;
    }

    List<Reason> reasons(Organisation other) {
        List<Reason> reasons = new ArrayList<>();
        if (other.coreName().equals(coreName)) {
            reasons.add(Reason.of("party.duplicate.name"));
        }
        if (!registerKey.isEmpty()
                && other.registerKey().filter(registerKey::equals).isPresent()) {
            reasons.add(Reason.of("party.duplicate.register-number"));
        }
        if (!domain.isEmpty()
                && other.contacts().stream().anyMatch(c -> c.email().domain().equals(domain))) {
            reasons.add(Reason.of("party.duplicate.domain", domain));
        }
        return reasons;
    }
}
