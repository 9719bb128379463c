package app.countersign.retention;

import app.countersign.kernel.NotFound;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.UUID;

/**
 * Passphrases of returned data. None is kept: each follows, by the installation's key, from its contract and a ticket that
 * is drawn anew each time. So the page that shows it once and the download agree, though another instance may serve that.
 */
@ApplicationScoped
public class Passphrases {

    /** 32 letters and digits of which none is taken for another: 5 bits each. */
    private static final String LETTERS = "abcdefghijkmnpqrstuvwxyz23456789";

    /** 125 bits. */
    private static final int LENGTH = 25;

    private static final int GROUP = 5;
    private static final int TICKET = 16;
    private static final String PURPOSE = "return-archive";

    private final SecureRandom random = new SecureRandom();
    private Pseudonyms pseudonyms;

    protected Passphrases() {}

    @Inject
    Passphrases(Pseudonyms pseudonyms) {
        this.pseudonyms = pseudonyms;
    }

    /**
     * A passphrase as it is shown.
     *
     * @param ticket stands in the address of the download; without the installation's key it opens nothing
     * @param words groups of letters and digits
     */
    public record Passphrase(String ticket, String words) {

        /** Told in no log. */
        @Override
        public String toString() {
            return "a passphrase";
        }
    }

    Passphrase draw(UUID contract) {
        byte[] ticket = new byte[TICKET];
        random.nextBytes(ticket);
        String drawn = HexFormat.of().formatHex(ticket);
        return new Passphrase(drawn, of(contract, drawn));
    }

    /** @throws NotFound if it is no ticket */
    String of(UUID contract, String ticket) {
        byte[] bits = pseudonyms.bytes(PURPOSE, contract + " " + checked(ticket));
        StringBuilder words = new StringBuilder();
        for (int i = 0; i < LENGTH; i++) {
            words.append(i > 0 && i % GROUP == 0 ? "-" : "").append(LETTERS.charAt(bits[i] & (LETTERS.length() - 1)));
        }
        return words.toString();
    }

    /** @throws NotFound if it is none */
    static String checked(String ticket) {
        if (ticket == null || !ticket.matches("[0-9a-f]{" + 2 * TICKET + "}")) {
            throw NotFound.because(Disposals.UNKNOWN);
        }
        return ticket;
    }
}
