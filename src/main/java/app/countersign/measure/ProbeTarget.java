package app.countersign.measure;

import app.countersign.kernel.InnerNetworks;
import app.countersign.kernel.Network;
import app.countersign.kernel.Refused;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;

/**
 * An endpoint that a probe looks at. Over TLS, and out of the house unless the settings name the inner network.
 *
 * @param path with its query; {@code /} where none is written
 */
record ProbeTarget(String host, int port, String path) {

    private static final int HTTPS = 443;
    private static final int LAST_PORT = 65_535;

    /** @throws Refused if it is neither {@code host:port} nor an address of the web over TLS */
    static ProbeTarget read(String text) {
        String written = text.strip();
        try {
            URI uri = new URI(written.contains("://") ? written : "https://" + written);
            boolean plain = uri.getHost() != null
                    && "https".equals(uri.getScheme())
                    && uri.getRawUserInfo() == null
                    && uri.getRawFragment() == null
                    && uri.toASCIIString().equals(uri.toString());
            if (!plain || uri.getPort() == 0 || uri.getPort() > LAST_PORT) {
                throw Refused.because("measure.complaint.target");
            }
            String path = uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
            return new ProbeTarget(
                    uri.getHost(),
                    uri.getPort() > 0 ? uri.getPort() : HTTPS,
                    uri.getRawQuery() == null ? path : path + "?" + uri.getRawQuery());
        } catch (URISyntaxException e) {
            throw Refused.because("measure.complaint.target");
        }
    }

    /** As a request says it. */
    String authority() {
        return port == HTTPS ? host : host + ":" + port;
    }

    /**
     * The address to look at: asked for anew each time, since a name may lead elsewhere tomorrow.
     *
     * @param allowed inner networks that may be looked at
     * @throws Refused if the name is not known, or one of its addresses lies in the inner network
     */
    InetAddress address(List<Network> allowed) {
        try {
            return address(Arrays.asList(InetAddress.getAllByName(host)), allowed);
        } catch (UnknownHostException e) {
            throw Refused.because("measure.probe.unknown-host", host);
        }
    }

    InetAddress address(List<InetAddress> found, List<Network> allowed) {
        for (InetAddress address : found) {
            boolean named = allowed.stream().anyMatch(network -> network.contains(address));
            if (InnerNetworks.contain(address) && !named) {
                throw Refused.because("measure.probe.inner", host);
            }
        }
        return found.get(0);
    }
}
