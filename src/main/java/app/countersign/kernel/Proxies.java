package app.countersign.kernel;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The proxies in front of the application ({@code countersign.proxy}). Each adds, on the right, from whom it got the
 * request; so the list is believed from its right end for as long as it names proxies of ours, and the first that is none
 * is the visitor. What stands further left the visitor may have written, and is nobody's word.
 *
 * @param trusted empty where there is no proxy: then no header is believed
 * @param standard whether they say it in {@code Forwarded} (RFC 7239), not in {@code X-Forwarded-For} and
 *     {@code X-Forwarded-Proto}. Never both: of the one that a proxy doesn't know it passes on what the visitor wrote
 */
public record Proxies(List<Network> trusted, boolean standard) {

    private static final int MOST_HOPS = 32;
    private static final Pattern FOR = pair("for");
    private static final Pattern PROTO = pair("proto");

    /** Of an IPv6 address in brackets or an IPv4 address, each perhaps with its port. */
    private static final Pattern WITH_PORT = Pattern.compile("\\[([0-9a-fA-F:.]+)](:\\d+)?|([0-9.]+)(:\\d+)?");

    public Proxies {
        trusted = List.copyOf(trusted);
    }

    /**
     * @param peer who opened the connection
     * @param secure whether that connection is encrypted
     * @param headers all values of a header, in order
     */
    public Origin origin(String peer, boolean secure, Function<String, List<String>> headers) {
        Optional<InetAddress> from = Network.address(withoutZone(peer));
        if (from.isEmpty() || !isTrusted(from.get())) {
            return new Origin(withoutZone(peer), secure);
        }
        List<String> hops = elements(headers.apply(standard ? "Forwarded" : "X-Forwarded-For"));
        String proto = standard ? last(hops, PROTO) : lastOf(elements(headers.apply("X-Forwarded-Proto")));
        boolean encrypted = proto.isEmpty() ? secure : proto.equalsIgnoreCase("https");
        return new Origin(visitor(from.get(), hops).getHostAddress(), encrypted);
    }

    private InetAddress visitor(InetAddress proxy, List<String> hops) {
        InetAddress believed = proxy;
        for (int i = hops.size() - 1; i >= 0 && isTrusted(believed); i--) {
            Optional<InetAddress> next = address(standard ? value(hops.get(i), FOR) : hops.get(i));
            if (next.isEmpty()) {
                return believed;
            }
            believed = next.get();
        }
        return believed;
    }

    private boolean isTrusted(InetAddress address) {
        return trusted.stream().anyMatch(network -> network.contains(address));
    }

    private static Optional<InetAddress> address(String text) {
        Matcher port = WITH_PORT.matcher(text);
        if (port.matches()) {
            return Network.address(port.group(1) == null ? port.group(3) : port.group(1));
        }
        return Network.address(text);
    }

    private static List<String> elements(List<String> headers) {
        List<String> all = new ArrayList<>(headers.stream()
                .flatMap(header -> Stream.of(header.split(",")))
                .map(String::strip)
                .toList());
        return all.size() <= MOST_HOPS
                ? all
                : Collections.unmodifiableList(all.subList(all.size() - MOST_HOPS, all.size()));
    }

    private static String last(List<String> hops, Pattern pair) {
        return value(lastOf(hops), pair);
    }

    private static String lastOf(List<String> elements) {
        return elements.isEmpty() ? "" : elements.get(elements.size() - 1);
    }

    private static String value(String hop, Pattern pair) {
        Matcher found = pair.matcher(hop);
        return found.find() ? found.group(1).replace("\"", "").toLowerCase(Locale.ROOT) : "";
    }

    private static Pattern pair(String name) {
        return Pattern.compile("(?i)(?:^|;)\\s*" + name + "=(\"[^\"]*\"|[^;\\s]*)");
    }

    private static String withoutZone(String address) {
        int zone = address.indexOf('%');
        return zone < 0 ? address : address.substring(0, zone);
    }
}
