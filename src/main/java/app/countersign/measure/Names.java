package app.countersign.measure;

import app.countersign.kernel.Refused;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Hashtable;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.naming.CommunicationException;
import javax.naming.NameNotFoundException;
import javax.naming.NamingEnumeration;
import javax.naming.NamingException;
import javax.naming.directory.Attribute;
import javax.naming.directory.DirContext;
import javax.naming.spi.NamingManager;

/**
 * Asks the names of the net (DNS), once and within seconds.
 *
 * @param resolver {@code host:port} of the server to ask; empty for the machine's own
 */
record Names(Optional<String> resolver, Duration patience) {

    private static final int MOST = 100;
    private static final int RETRIES = 2;

    private static final int LONGEST_NAME = 253;

    /** Underscores, too, as in {@code _dmarc.example.org}. */
    private static final Pattern LABEL = Pattern.compile("[A-Za-z0-9_-]{1,63}");

    /** @throws Refused if it is no full name */
    static String name(String text) {
        String name = text.strip();
        String[] labels = name.split("\\.", -1);
        if (name.length() > LONGEST_NAME
                || labels.length < 2
                || !Arrays.stream(labels).allMatch(Names::isLabel)) {
            throw Refused.because("measure.complaint.name");
        }
        return name;
    }

    private static boolean isLabel(String label) {
        return LABEL.matcher(label).matches() && !label.startsWith("-") && !label.endsWith("-");
    }

    /**
     * The records of that type, at most a hundred.
     *
     * @throws Refused if nobody answers, or there is no such name
     */
    List<String> records(String name, String type) {
        try {
            // Servers put factories of their own before those of the JDK, which this asks without them.
            DirContext context = (DirContext) NamingManager.getURLContext("dns", environment());
            try {
                return values(
                        context.getAttributes("dns://" + resolver.orElse("") + "/" + name(name), new String[] {type})
                                .get(type));
            } finally {
                context.close();
            }
        } catch (NameNotFoundException e) {
            throw Refused.because("measure.probe.unknown-host", name);
        } catch (CommunicationException e) {
            throw Refused.because("measure.probe.no-answer");
        } catch (NamingException e) {
            throw Refused.because("measure.probe.no-record", type, name);
        }
    }

    private Hashtable<String, String> environment() {
        Hashtable<String, String> environment = new Hashtable<>();
        environment.put("com.sun.jndi.dns.timeout.initial", String.valueOf(patience.toMillis()));
        environment.put("com.sun.jndi.dns.timeout.retries", String.valueOf(RETRIES));
        return environment;
    }

    private static List<String> values(Attribute found) throws NamingException {
        List<String> values = new ArrayList<>();
        if (found != null) {
            NamingEnumeration<?> all = found.getAll();
            try {
                while (all.hasMore() && values.size() < MOST) {
                    values.add(String.valueOf(all.next()));
                }
            } finally {
                all.close();
            }
        }
        return values;
    }
}
