package app.countersign.trail;

import app.countersign.kernel.Outage;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.inject.Inject;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Has this instance's witness look every few seconds. No job: of those, one instance does the work of all. */
@Singleton
@Startup
@DependsOn("Schema")
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionManagement(TransactionManagementType.BEAN)
public class Watch {

    private static final Logger LOG = Logger.getLogger(Watch.class.getName());
    private static final int SECONDS = 5;

    @Resource
    private ManagedScheduledExecutorService executor;

    @Inject
    private Witness witness;

    private ScheduledFuture<?> looks;

    @PostConstruct
    void start() {
        looks = executor.scheduleWithFixedDelay(this::look, SECONDS, SECONDS, TimeUnit.SECONDS);
    }

    @PreDestroy
    void stop() {
        looks.cancel(false);
    }

    private void look() {
        try {
            witness.look();
        } catch (RuntimeException e) {
            // An exception that got out would end the watch for good.
            LOG.log(
                    Outage.isBehind(e) ? Level.FINE : Level.WARNING,
                    "the trail was not looked after: {0}",
                    e.getClass().getName());
        }
    }
}
