package app.countersign.schedule;

import app.countersign.kernel.DiskRoom;
import app.countersign.kernel.Outage;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.DependsOn;
import jakarta.ejb.EJBException;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Asks every second whether a job is due, on threads of our own: the container's scheduler has but one. */
@Singleton
@Startup
@DependsOn("Schema")
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
public class Beat {

    private static final Logger LOG = Logger.getLogger(Beat.class.getName());

    @Resource
    private ManagedThreadFactory threads;

    @Inject
    @Any
    private Instance<Job> jobs;

    @Inject
    @Any
    private Instance<Jobs> setUp;

    @Inject
    private Runner runner;

    @Inject
    private JobRows rows;

    @Inject
    private Bell bell;

    @Inject
    private DiskRoom room;

    private final Map<String, Job> known = new ConcurrentHashMap<>();
    private final AtomicBoolean noRoom = new AtomicBoolean();
    private final AtomicBoolean outage = new AtomicBoolean();
    private Rhythm rhythm;

    @PostConstruct
    void start() {
        rhythm = new Rhythm(threads, job -> beat(job, false));
        jobs.forEach(this::add);
        setUp.forEach(several -> several.all().forEach(this::add));
        bell.isHeardBy(this::want);
    }

    /** Not called as the other: the container finds that one by its name only. */
    private void add(Job job) {
        register(job);
        known.put(job.name(), job);
        rhythm.add(job);
    }

    private void want(String job) {
        rhythm.atOnce(() -> beat(known.get(job), true));
    }

    /** Two instances that start at once may both try; whoever comes second finds the row on asking again. */
    private void register(Job job) {
        try {
            rows.register(job.name());
        } catch (EJBException e) {
            rows.register(job.name());
        }
    }

    @PreDestroy
    void stop() {
        rhythm.end();
    }

    /** @param wanted whether somebody says that there is something to do, due or not */
    private void beat(Job job, boolean wanted) {
        if (!said(noRoom, !room.isLeft(), "the disk has no room left; jobs wait", "the disk has room again")) {
            run(job, wanted);
        }
    }

    private void run(Job job, boolean wanted) {
        try {
            for (boolean more = runner.run(job, wanted); more; more = runner.run(job, false)) {
                LOG.log(Level.FINE, "job {0} goes on", job.name());
            }
            outage(false);
        } catch (RuntimeException e) {
            // The database may be gone for a minute; an exception that got out would end the beat for good.
            if (Outage.isBehind(e)) {
                outage(true);
            } else {
                LOG.log(Level.WARNING, "job {0} could not be looked at: {1}", new Object[] {
                    job.name(), e.getClass().getName()
                });
            }
        }
    }

    private void outage(boolean now) {
        said(outage, now, "the database does not answer; jobs wait", "the database answers again");
    }

    /** Says it once, whatever number of jobs find out each second. */
    private static boolean said(AtomicBoolean trouble, boolean now, String begins, String ends) {
        if (trouble.compareAndSet(!now, now)) {
            LOG.log(Level.WARNING, now ? begins : ends);
        }
        return now;
    }
}
