package app.countersign.contract;

import app.countersign.measure.SignedAnnexes;
import app.countersign.terms.Template;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.util.List;
import java.util.UUID;

/** Which annexes are on offer, and who signed one: each contract keeps that of the version it was made with. */
@ApplicationScoped
class ContractAnnexes implements SignedAnnexes {

    private static final String SIGNED =
            "c.processor.id = :processor and c.state = :state and c.template.code = :template";

    @PersistenceContext
    private EntityManager entities;

    @Inject
    private TemplateVersions versions;

    @Override
    public List<Template> onOffer() {
        return versions.current().stream().map(versions::template).toList();
    }

    @Override
    public Touched touched(UUID processor, String template, int most) {
        long count =
                asked("select count(c)", "", Long.class, processor, template).getSingleResult();
        List<String> numbers = asked("select c.number", " order by c.serial", String.class, processor, template)
                .setMaxResults(most)
                .getResultList();
        return new Touched(count, numbers);
    }

    private <T> TypedQuery<T> asked(String what, String order, Class<T> type, UUID processor, String template) {
        return entities.createQuery(what + " from Contract c where " + SIGNED + order, type)
                .setParameter("processor", processor)
                .setParameter("state", ContractState.IN_FORCE)
                .setParameter("template", template);
    }
}
