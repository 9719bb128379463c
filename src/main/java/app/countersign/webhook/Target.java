package app.countersign.webhook;

import app.countersign.kernel.InnerNetworks;
import app.countersign.kernel.Network;
import app.countersign.kernel.Reason;
import app.countersign.kernel.Refused;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Where a call goes. Over TLS, and out of the house: an address of the inner network is refused, since whoever may type
 * one could otherwise reach what only this machine can. The installation's settings name inner networks that may be
 * called all the same; on one's own machine without TLS, too.
 *
 * @param port resolved: 443 where none is written
 */
record Target(String scheme, String host, int port, String path) {

    private static final int LONGEST = 500;
    private static final int HTTPS = 443;
    private static final int HTTP = 80;

    /** @throws Refused if it is no address of the web, or holds a name and password */
    static Target read(String text) {
        try {
            URI uri = new URI(text.strip());
            String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
            boolean https = scheme.equals("https");
            boolean plain = uri.getHost() != null
                    && uri.getRawUserInfo() == null
                    && uri.getRawFragment() == null
                    && text.length() <= LONGEST
                    && uri.toASCIIString().equals(uri.toString());
            if (!plain || !https && !scheme.equals("http") || uri.getPort() == 0 || uri.getPort() > 65535) {
                throw Refused.because("webhook.complaint.url");
            }
            String path = uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
            return new Target(
                    scheme,
                    uri.getHost(),
                    uri.getPort() > 0 ? uri.getPort() : https ? HTTPS : HTTP,
                    uri.getRawQuery() == null ? path : path + "?" + uri.getRawQuery());
        } catch (URISyntaxException e) {
            throw Refused.because("webhook.complaint.url");
        }
    }

    boolean isSecure() {
        return scheme.equals("https");
    }

    /** As the request says it. */
    String authority() {
        return port == (isSecure() ? HTTPS : HTTP) ? host : host + ":" + port;
    }

    /**
     * The address to call: asked for anew each time, since a name may lead elsewhere tomorrow.
     *
     * @param allowed inner networks that may be called
     * @throws Refused if the name is not known, one of its addresses lies in the inner network, or TLS is missing
     */
    InetAddress address(List<Network> allowed) {
        try {
            return address(Arrays.asList(InetAddress.getAllByName(host)), allowed);
        } catch (UnknownHostException e) {
            throw Refused.because("webhook.problem.unknown-host", host);
        }
    }

    InetAddress address(List<InetAddress> found, List<Network> allowed) {
        for (InetAddress address : found) {
            boolean inner = InnerNetworks.contain(address);
            boolean named = allowed.stream().anyMatch(network -> network.contains(address));
            if (inner && !named) {
                throw Refused.because("webhook.problem.inner", host);
            }
            if (!isSecure() && !(address.isLoopbackAddress() && named)) {
                throw new Refused(Reason.of("webhook.complaint.tls"));
            }
        }
        return found.get(0);
    }
}
