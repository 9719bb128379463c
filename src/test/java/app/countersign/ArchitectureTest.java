package app.countersign;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Singleton;
import jakarta.ejb.Stateless;
import jakarta.persistence.Entity;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

@AnalyzeClasses(packages = "app.countersign", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    private static final String BASE = "app.countersign.";

    /** The rooms from the ground up: a room may use those on lower floors, and those named before it on its own. */
    private static final List<List<String>> FLOORS = List.of(
            List.of("kernel", "terms", "vault"),
            List.of("access", "schedule", "document", "mail", "trail", "deadline", "backup", "fact"),
            List.of("party", "account", "measure", "subprocessor", "webhook"),
            List.of("contract"),
            List.of(
                    "processing",
                    "importing",
                    "announcement",
                    "retention",
                    "breach",
                    "inquiry",
                    "instruction",
                    "inspection",
                    "accesslog",
                    "export"),
            List.of("desk", "portal", "launch", "demo"));

    @ArchTest
    static final ArchRule arrowsBetweenRoomsPointDown = classes().should(new ArchCondition<>("use only rooms below") {
        @Override
        public void check(JavaClass item, ConditionEvents events) {
            String room = roomOf(item);
            item.getDirectDependenciesFromSelf().stream()
                    .filter(d -> !roomOf(d.getTargetClass()).isEmpty())
                    .filter(d -> rank(roomOf(d.getTargetClass())) > rank(room))
                    .forEach(d -> events.add(SimpleConditionEvent.violated(d, d.getDescription())));
        }
    });

    @ArchTest
    static final ArchRule everyRoomHasItsPlace = classes().should(new ArchCondition<>("stand in a known room") {
        @Override
        public void check(JavaClass item, ConditionEvents events) {
            String room = roomOf(item);
            if (!room.isEmpty() && rank(room) < 0) {
                events.add(SimpleConditionEvent.violated(item, room + " is on no floor of this test"));
            }
        }
    });

    /** Rooms that use none of those left are taken away until only circles are left. */
    @ArchTest
    static void roomsFormNoCircle(JavaClasses all) {
        Map<String, Set<String>> used = new TreeMap<>();
        for (JavaClass item : all) {
            Set<String> others = used.computeIfAbsent(roomOf(item), room -> new TreeSet<>());
            item.getDirectDependenciesFromSelf().stream()
                    .map(dependency -> roomOf(dependency.getTargetClass()))
                    .filter(room -> !room.isEmpty() && !room.equals(roomOf(item)))
                    .forEach(others::add);
        }
        assertThat(used).hasSizeGreaterThan(20);
        while (used.keySet().removeIf(room -> used.get(room).stream().noneMatch(used::containsKey))) {
            // Each round frees those above the ones that went.
        }
        assertThat(used).isEmpty();
    }

    @ArchTest
    static final ArchRule pagesAndResourcesAreUsedByNoRoom = noClasses()
            .that()
            .resideOutsideOfPackages(BASE + "*.web..", BASE + "*.api..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(BASE + "*.web..", BASE + "*.api..");

    @ArchTest
    static final ArchRule termsArePlainJava = noClasses()
            .that()
            .resideInAnyPackage(BASE + "terms")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("jakarta..", "org.primefaces..");

    @ArchTest
    static final ArchRule documentsKnowNothingOfContracts = noClasses()
            .that()
            .resideInAPackage(BASE + "document..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(BASE + "terms..", BASE + "party..", BASE + "contract..");

    @ArchTest
    static final ArchRule everyActivitySaysWhoMayCallIt = methods()
            .that()
            .areDeclaredInClassesThat()
            .areAnnotatedWith(Stateless.class)
            .and()
            .arePublic()
            .should(new ArchCondition<JavaMethod>("declare roles") {
                @Override
                public void check(JavaMethod method, ConditionEvents events) {
                    boolean declared =
                            method.isAnnotatedWith(RolesAllowed.class) || method.isAnnotatedWith(PermitAll.class);
                    if (!declared && !method.getModifiers().contains(JavaModifier.SYNTHETIC)) {
                        events.add(SimpleConditionEvent.violated(method, method.getFullName() + " declares no roles"));
                    }
                }
            });

    @ArchTest
    static final ArchRule whatTheContainerCallsIsTheOnlyMethodOfItsName = methods()
            .that()
            .areAnnotatedWith(PostConstruct.class)
            .or()
            .areAnnotatedWith(PreDestroy.class)
            .should(new ArchCondition<JavaMethod>("be the only one of its name") {
                @Override
                public void check(JavaMethod method, ConditionEvents events) {
                    long named = method.getOwner().getMethods().stream()
                            .filter(other -> other.getName().equals(method.getName()))
                            .count();
                    if (named > 1) {
                        events.add(SimpleConditionEvent.violated(method, method.getFullName() + " is overloaded"));
                    }
                }
            })
            .because("a singleton's is found by its name alone, and which one is met first is chance");

    @ArchTest
    static final ArchRule nobodyReadsTheTimeButFromAClock = noClasses()
            .should()
            .callMethodWhere(new DescribedPredicate<JavaMethodCall>("reads the system's time") {
                private final Set<String> timed = Set.of("now", "systemUTC", "systemDefaultZone", "currentTimeMillis");

                @Override
                public boolean test(JavaMethodCall call) {
                    boolean reads = timed.contains(call.getName())
                            && (call.getTargetOwner().getPackageName().equals("java.time")
                                    || call.getTargetOwner().isEquivalentTo(System.class));
                    boolean fromAClock = call.getTarget().getRawParameterTypes().stream()
                            .anyMatch(t -> t.isEquivalentTo(Clock.class));
                    boolean theProducer = call.getOriginOwner().getSimpleName().equals("Installation");
                    return reads && !fromAClock && !theProducer;
                }
            });

    @ArchTest
    static final ArchRule noDateIsMadeFromTheSystemsTime = noClasses()
            .should()
            .callConstructor(java.util.Date.class)
            .orShould()
            .callMethod(java.util.Calendar.class, "getInstance");

    @ArchTest
    static final ArchRule entitiesChangeThroughVerbs = methods()
            .that()
            .areDeclaredInClassesThat()
            .areAnnotatedWith(Entity.class)
            .should()
            .haveNameNotMatching("set[A-Z].*");

    @ArchTest
    static final ArchRule entitiesKeepTheirFieldsToThemselves = fields().that()
            .areDeclaredInClassesThat()
            .areAnnotatedWith(Entity.class)
            .and()
            .areNotStatic()
            .should()
            .bePrivate();

    @ArchTest
    static final ArchRule singletonsStartOrBeatButHoldNoBusiness =
            classes().that().areAnnotatedWith(Singleton.class).should().beAnnotatedWith(jakarta.ejb.Startup.class);

    private static String roomOf(JavaClass type) {
        String name = type.getPackageName();
        return name.startsWith(BASE) ? name.substring(BASE.length()).split("\\.")[0] : "";
    }

    /** The room's place from the ground up; a floor's rooms come in the order in which they may use each other. */
    private static int rank(String room) {
        for (int floor = 0; floor < FLOORS.size(); floor++) {
            if (FLOORS.get(floor).contains(room)) {
                return floor * 100 + FLOORS.get(floor).indexOf(room);
            }
        }
        return room.isEmpty() ? Integer.MAX_VALUE : -1;
    }
}
