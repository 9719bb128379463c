package app.countersign.demo;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.inject.Inject;

/** Begins the demonstration once schema, accounts and templates are there. */
@Singleton
@Startup
@DependsOn({"Schema", "FirstAccounts", "TemplateLoading"})
public class DemonstrationStart {

    @Inject
    private DemonstrationTurn demonstration;

    @PostConstruct
    void start() {
        demonstration.make();
    }
}
