package app.countersign.kernel;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An address or a range of them, as {@code 10.0.0.7}, {@code 10.0.0.0/24} or {@code 2001:db8::/32}. Names are none: whoever
 * answers for a name could change whom it means.
 *
 * @param bits how many leading bits of an address belong to the network
 */
public record Network(InetAddress base, int bits) {

    private static final Pattern LITERAL =
            Pattern.compile("\\d{1,3}(\\.\\d{1,3}){3}|[0-9a-fA-F:][0-9a-fA-F:.]*:[0-9a-fA-F:.]*");
    private static final Pattern BITS = Pattern.compile("\\d{1,3}");

    /** Nothing if it is neither. */
    public static Optional<Network> of(String text) {
        String[] parts = text.split("/", 2);
        return address(parts[0]).flatMap(base -> {
            int most = base.getAddress().length * Byte.SIZE;
            if (parts.length == 1) {
                return Optional.of(new Network(base, most));
            }
            int bits = BITS.matcher(parts[1]).matches() ? Integer.parseInt(parts[1]) : most + 1;
            return bits > most ? Optional.empty() : Optional.of(new Network(base, bits));
        });
    }

    /** The address that is written there in figures; nothing for anything else. Asks no name server. */
    public static Optional<InetAddress> address(String text) {
        try {
            return LITERAL.matcher(text).matches() ? Optional.of(InetAddress.getByName(text)) : Optional.empty();
        } catch (UnknownHostException e) {
            return Optional.empty();
        }
    }

    public boolean contains(InetAddress address) {
        byte[] ours = base.getAddress();
        byte[] theirs = address.getAddress();
        if (ours.length != theirs.length) {
            return false;
        }
        for (int i = 0; i < bits; i++) {
            int mask = 1 << (Byte.SIZE - 1 - i % Byte.SIZE);
            if ((ours[i / Byte.SIZE] & mask) != (theirs[i / Byte.SIZE] & mask)) {
                return false;
            }
        }
        return true;
    }
}
