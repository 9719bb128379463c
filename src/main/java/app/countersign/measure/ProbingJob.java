package app.countersign.measure;

import app.countersign.kernel.SettingSources;
import app.countersign.kernel.Settings;
import app.countersign.schedule.Job;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import javax.net.ssl.SSLSocketFactory;

/** Looks at what is to be looked at. */
@ApplicationScoped
class ProbingJob implements Job {

    private static final Duration EVERY = Duration.ofSeconds(10);
    private static final Duration LONGEST = Duration.ofSeconds(15);
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    @Inject
    private ProbeKeeping keeping;

    @Inject
    private Settings settings;

    @Inject
    private Clock clock;

    @Override
    public String name() {
        return "look-at-probes";
    }

    @Override
    public Duration every() {
        return EVERY;
    }

    @Override
    public Outcome run() {
        Looking looking = new Looking(
                settings.probeNetworks(),
                settings.probeFolder(),
                LONGEST,
                clock,
                (SSLSocketFactory) SSLSocketFactory.getDefault(),
                new Names(settings.probeResolver(), PATIENCE),
                new Databases(SettingSources.ofServer()));
        int looked = OneByOne.each(keeping.due(), Probe::source, probe -> {
            keeping.keep(probe.id(), looking.at(probe.kind(), probe.target(), probe.expected()));
            return 1;
        });
        return new Outcome(looked, false);
    }
}
