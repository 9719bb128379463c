package app.countersign.announcement;

import app.countersign.contract.Contract;
import app.countersign.contract.CustomerLinks;
import app.countersign.kernel.Country;
import app.countersign.kernel.EmailAddress;
import app.countersign.kernel.KebabCase;
import app.countersign.kernel.Texts;
import app.countersign.mail.Mail;
import app.countersign.mail.Outbox;
import app.countersign.party.Contact;
import app.countersign.party.ContactKind;
import app.countersign.subprocessor.Engagement;
import app.countersign.subprocessor.Engagements;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** What a controller is told of a change, in the language of the contract. */
@ApplicationScoped
class ChangeLetters {

    private static final ContactKind[] FITTING = {
        ContactKind.PRIVACY, ContactKind.DPO, ContactKind.LEGAL, ContactKind.GENERAL
    };

    @Inject
    private Engagements engagements;

    @Inject
    private CustomerLinks links;

    @Inject
    private Outbox outbox;

    /** To whom it goes: the contract's contact, or where its address is of no use another one of the controller's. */
    Optional<EmailAddress> addressee(Contract contract) {
        Map<EmailAddress, Boolean> known = new LinkedHashMap<>();
        own(contract).ifPresent(address -> known.put(address, true));
        Arrays.stream(FITTING)
                .flatMap(kind -> contract.controller().contact(kind).map(Contact::email).stream())
                .forEach(address -> known.put(address, true));
        return known.keySet().stream()
                .filter(address -> !outbox.cameBack(address))
                .findFirst();
    }

    /** Empty for one that is none, as an import may have left it. */
    private static Optional<EmailAddress> own(Contract contract) {
        try {
            return Optional.of(contract.addresseeEmail());
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** The notice, with a link by which it can be answered. */
    Mail notice(Announcement change, ChangeNotice notice, Contract contract, EmailAddress to) {
        return letter("notice", change, notice, contract, to);
    }

    Mail reminder(Announcement change, ChangeNotice notice, Contract contract, EmailAddress to) {
        return letter("reminder", change, notice, contract, to);
    }

    /** That it does not come about after all. */
    Mail withdrawal(Announcement change, Contract contract, EmailAddress to) {
        Texts texts = Texts.of(contract.language());
        String processor = contract.processor().name();
        return Mail.plain(
                        to,
                        texts.text("announcement.mail.withdrawal.subject", processor, change.name(), change.number()),
                        texts.text(
                                "announcement.mail.withdrawal.text",
                                processor,
                                contract.number(),
                                facts(change, contract.language()),
                                change.withdrawnReason()),
                        contract.language(),
                        Announcements.KIND,
                        change.id())
                .of(change.processorId());
    }

    private Mail letter(String kind, Announcement change, ChangeNotice notice, Contract contract, EmailAddress to) {
        Texts texts = Texts.of(contract.language());
        CustomerLinks.Made link = links.make(contract, to);
        String subject = texts.text(
                "announcement.mail." + kind + ".subject", contract.processor().name(), change.name(), change.number());
        String text = texts.text(
                "announcement.mail.text",
                texts.text(
                        "announcement.mail." + kind + ".opening",
                        contract.processor().name(),
                        contract.number()),
                facts(change, contract.language()),
                demand(change, notice, contract.processor().zone(), contract.language()),
                link.address(),
                contract.processor().name());
        return Mail.plain(to, subject, text, contract.language(), Announcements.KIND, change.id())
                .of(change.processorId())
                .withSecret(link.token());
    }

    /** What changes, line by line. */
    String facts(Announcement change, Locale language) {
        Texts texts = Texts.of(language);
        Engagement engagement = engagements.byId(change.engagementId()).orElseThrow();
        String replaced = change.replacedId()
                .flatMap(engagements::byId)
                .map(one -> texts.text("announcement.mail.replaced", one.name()))
                .orElse("");
        String address = engagement.organisation().address().replace("\n", ", ");
        return texts.text(
                "announcement.mail.facts",
                texts.text("subprocessor.change." + KebabCase.of(change.kind())),
                change.name(),
                address.isEmpty() ? "" : address + ", ",
                engagement.organisation().country().name(language),
                engagement.service(),
                change.places().stream()
                        .map((Country place) -> place.name(language))
                        .collect(Collectors.joining(", ")),
                date(change.effectiveOn(), language),
                change.words(),
                replaced);
    }

    /** What the controller can do, and what happens if it does nothing. */
    String demand(Announcement change, ChangeNotice notice, ZoneId zone, Locale language) {
        String kind = !notice.asks() ? "informed" : notice.silence() ? "silence" : "consent";
        return Texts.of(language)
                .text("announcement.demand." + kind, notice.cited(), lastDay(notice.dueAt(), zone, language));
    }

    private static String lastDay(Instant due, ZoneId zone, Locale language) {
        return date(due.minusSeconds(1).atZone(zone).toLocalDate(), language);
    }

    private static String date(LocalDate day, Locale language) {
        Locale shown = language.getLanguage().equals(Locale.GERMAN.getLanguage()) ? Locale.GERMAN : Locale.UK;
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                .withLocale(shown)
                .format(day);
    }
}
