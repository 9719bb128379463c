package app.countersign.deadline;

import app.countersign.access.Account;
import app.countersign.access.Accounts;
import app.countersign.kernel.EmailAddress;
import app.countersign.kernel.Settings;
import app.countersign.kernel.Texts;
import app.countersign.mail.Mail;
import app.countersign.mail.Outbox;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Tells those who are responsible, each in their language; what falls due together comes in one mail. */
@ApplicationScoped
class AlarmMails {

    /** So many fit into a mail, however long their names are. */
    private static final int MOST_IN_A_LETTER = 50;

    @Inject
    private Accounts accounts;

    @Inject
    private Outbox outbox;

    @Inject
    private Citations citations;

    @Inject
    private Settings settings;

    /** Who is told, and in which language. */
    private record Reader(EmailAddress address, Locale language) {}

    void tell(List<Rung> rung) {
        if (rung.isEmpty()) {
            return;
        }
        List<Account> known = accounts.all();
        Map<Reader, List<Rung>> letters = new LinkedHashMap<>();
        for (Rung one : rung) {
            readers(one.deadline(), known)
                    .forEach(reader -> letters.computeIfAbsent(reader, r -> new ArrayList<>())
                            .add(one));
        }
        letters.forEach((reader, alarms) -> {
            for (int from = 0; from < alarms.size(); from += MOST_IN_A_LETTER) {
                int to = Math.min(from + MOST_IN_A_LETTER, alarms.size());
                outbox.send(letter(reader, alarms.subList(from, to)));
            }
        });
    }

    private List<Reader> readers(Deadline deadline, List<Account> known) {
        List<Reader> readers = new ArrayList<>();
        for (Account account : known) {
            if (account.isActive() && isResponsible(account, deadline)) {
                account.email().ifPresent(address -> readers.add(new Reader(address, account.language())));
            }
        }
        settings.alarmMail()
                .filter(address -> readers.stream().noneMatch(r -> r.address().equals(address)))
                .ifPresent(address -> readers.add(new Reader(address, Locale.ENGLISH)));
        return readers;
    }

    private static boolean isResponsible(Account account, Deadline deadline) {
        return account.roles().stream().anyMatch(deadline.told()::contains)
                && deadline.subject()
                        .processor()
                        .map(account.remit()::covers)
                        .orElse(account.remit().everyProcessor());
    }

    private Mail letter(Reader reader, List<Rung> alarms) {
        Texts texts = Texts.of(reader.language());
        Rung first = alarms.get(0);
        String subject = alarms.size() == 1
                ? first.headline(texts)
                : texts.text("deadline.mail.several", alarms.size(), first.headline(texts));
        StringBuilder text = new StringBuilder(texts.text("deadline.mail.greeting"));
        Map<String, String> cited = new HashMap<>();
        for (Rung alarm : alarms) {
            String clause =
                    cited.computeIfAbsent(alarm.deadline().clause(), one -> citations.label(one, texts.language()));
            text.append("\n\n").append(paragraph(alarm, clause, texts));
        }
        text.append("\n\n").append(texts.text("deadline.mail.close"));
        Subject about = first.deadline().subject();
        Mail mail = Mail.plain(reader.address(), subject, text.toString(), reader.language(), about.kind(), about.id());
        return alarms.stream()
                        .allMatch(one -> one.deadline().subject().processor().equals(about.processor()))
                ? about.processor().map(mail::of).orElse(mail)
                : mail;
    }

    private String paragraph(Rung rung, String clause, Texts texts) {
        Deadline deadline = rung.deadline();
        return texts.text(
                "deadline.mail.paragraph",
                rung.headline(texts),
                written(deadline.dueAt(), deadline.zone(), texts.language()),
                written(deadline.startsAt(), deadline.zone(), texts.language()),
                clause,
                settings.baseUrl() + deadline.subject().path());
    }

    private static String written(Instant at, ZoneId zone, Locale language) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.LONG, FormatStyle.LONG)
                .withLocale(language)
                .withZone(zone)
                .format(at);
    }
}
