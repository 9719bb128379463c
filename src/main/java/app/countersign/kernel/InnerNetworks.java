package app.countersign.kernel;

import java.net.InetAddress;
import java.util.List;

/**
 * Special-purpose addresses (IANA's registries) that lie in nobody's public network. Whoever may type an address could
 * otherwise reach what only this machine can.
 */
public final class InnerNetworks {

    private static final List<Network> ALL = List.of(
                    "0.0.0.0/8",
                    "10.0.0.0/8",
                    "100.64.0.0/10",
                    "127.0.0.0/8",
                    "169.254.0.0/16",
                    "172.16.0.0/12",
                    "192.0.0.0/24",
                    "192.0.2.0/24",
                    "192.168.0.0/16",
                    "198.18.0.0/15",
                    "198.51.100.0/24",
                    "203.0.113.0/24",
                    "224.0.0.0/3",
                    "::/96",
                    "64:ff9b::/96",
                    "64:ff9b:1::/48",
                    "100::/64",
                    "2001::/23",
                    "2001:db8::/32",
                    "2002::/16",
                    "fc00::/7",
                    "fe80::/10",
                    "fec0::/10",
                    "ff00::/8")
            .stream()
            .map(text -> Network.of(text).orElseThrow())
            .toList();

    private InnerNetworks() {}

    public static boolean contain(InetAddress address) {
        return ALL.stream().anyMatch(network -> network.contains(address));
    }
}
