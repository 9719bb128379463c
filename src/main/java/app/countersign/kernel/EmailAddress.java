package app.countersign.kernel;

import java.net.IDN;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An address to which mail can go. Held to what mail systems really deliver (RFC 5321 without quoted local parts), so
 * that nothing in it can end a header line or name a second recipient. Domains with umlauts are kept in their ASCII
 * form.
 *
 * @param value the address, domain in lower case
 */
public record EmailAddress(String value) {

    private static final int LIMIT = 254;
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+"
            + "(?:\\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*@"
            + "(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z0-9-]{2,63}");

    public EmailAddress {
        if (value.length() > LIMIT
                || value.indexOf('@') > 64
                || !FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("not an e-mail address");
        }
    }

    /** @throws Invalid with a complaint for that field */
    public static EmailAddress require(String field, String raw) {
        return parse(raw).orElseThrow(() -> Invalid.field(field, complaint(raw)));
    }

    public static Optional<EmailAddress> parse(String raw) {
        String text = raw == null ? "" : raw.strip();
        int at = text.lastIndexOf('@');
        if (at < 1 || text.length() > LIMIT) {
            return Optional.empty();
        }
        try {
            String domain = IDN.toASCII(text.substring(at + 1), IDN.USE_STD3_ASCII_RULES);
            return Optional.of(new EmailAddress(text.substring(0, at) + "@" + domain.toLowerCase(Locale.ROOT)));
        } catch (IllegalArgumentException e) {
            // Neither the domain nor the whole is one; the caller says so in its own words.
            return Optional.empty();
        }
    }

    private static Reason complaint(String raw) {
        return raw == null || raw.isBlank() ? Reason.of("kernel.text.missing") : Reason.of("kernel.email.malformed");
    }

    /** What stands after the @, in lower case. */
    public String domain() {
        return value.substring(value.lastIndexOf('@') + 1);
    }

    /** Enough to recognise one's own address, too little to learn another's: {@code e…@mueller.ch}. */
    public String masked() {
        return value.charAt(0) + "…@" + domain();
    }

    @Override
    public String toString() {
        return value;
    }
}
