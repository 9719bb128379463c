package app.countersign.scope;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Every operation of the API, each with the activities that it calls: found in the classes, so that one is walked even if
 * the description keeps quiet about it.
 */
final class ApiCatalogue {

    /** Stands for a body that is no record of ours: a file, or any text. */
    static final String NO_SCHEMA = "?";

    private static final String BASE = "/api/v1";
    private static final Set<String> EVERYBODY =
            Set.of("administrator", "legal", "signatory", "dpo", "auditor", "stranger");

    private final JavaClasses classes = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("app.countersign");
    /**
     * @param path with its parameters in braces: {@code /api/v1/contracts/{id}}
     * @param query the names of its query parameters
     * @param body the name of its body's schema; {@link #NO_SCHEMA} if it has none, empty without a body
     * @param roles that all its activities let in; with {@code stranger} where it is public
     * @param rooms in which these are
     */
    record Operation(
            String method, String path, List<String> query, String body, Set<String> roles, Set<String> rooms) {

        String name() {
            return method + " " + path;
        }
    }

    /** By path and method. */
    List<Operation> all() {
        return classes.stream()
                .filter(type -> type.isAnnotatedWith(Path.class))
                .flatMap(type -> type.getMethods().stream())
                .filter(method -> !verb(method).isEmpty())
                .map(ApiCatalogue::operation)
                .sorted(Comparator.comparing(Operation::path).thenComparing(Operation::method))
                .toList();
    }

    private static Operation operation(JavaMethod resource) {
        Set<JavaMethod> activities = activities(resource);
        Set<String> roles = new TreeSet<>(EVERYBODY);
        activities.forEach(activity -> roles.retainAll(roles(activity)));
        Set<String> rooms = activities.stream()
                .filter(activity -> !activity.isAnnotatedWith(PermitAll.class))
                .map(activity -> activity.getOwner().getPackageName().split("\\.")[2])
                .collect(Collectors.toSet());
        return new Operation(verb(resource), path(resource), query(resource), body(resource), roles, rooms);
    }

    private static List<String> query(JavaMethod resource) {
        return resource.getParameters().stream()
                .flatMap(parameter -> parameter.tryGetAnnotationOfType(QueryParam.class).stream())
                .map(QueryParam::value)
                .toList();
    }

    /** What is sent is the parameter of which no annotation says where else it comes from. */
    private static String body(JavaMethod resource) {
        return resource.getParameters().stream()
                .filter(parameter -> parameter.getAnnotations().stream()
                        .noneMatch(annotation ->
                                annotation.getRawType().getPackageName().startsWith("jakarta.ws.rs")))
                .map(parameter -> parameter.getRawType())
                .map(type -> type.tryGetAnnotationOfType(Schema.class)
                        .map(Schema::name)
                        .orElse(NO_SCHEMA))
                .findFirst()
                .orElse("");
    }

    private static String verb(JavaMethod method) {
        return method.getAnnotations().stream()
                .map(annotation -> annotation.getRawType())
                .filter(type -> type.isAnnotatedWith(HttpMethod.class))
                .map(JavaClass::getSimpleName)
                .findFirst()
                .orElse("");
    }

    private static String path(JavaMethod method) {
        String own = method.isAnnotatedWith(Path.class)
                ? method.getAnnotationOfType(Path.class).value()
                : "";
        String of = method.getOwner().getAnnotationOfType(Path.class).value();
        return (BASE + "/" + of + (own.isEmpty() ? "" : "/" + own)).replaceAll("/+", "/");
    }

    /** All methods of activities that it calls, by itself or through other methods of its resource. */
    private static Set<JavaMethod> activities(JavaMethod resource) {
        Set<JavaMethod> seen = new HashSet<>(Set.of(resource));
        Deque<JavaMethod> open = new ArrayDeque<>(seen);
        Set<JavaMethod> activities = new HashSet<>();
        while (!open.isEmpty()) {
            JavaMethod method = open.pop();
            called(method).forEach(called -> {
                if (called.getOwner().isAnnotatedWith(Stateless.class)) {
                    activities.add(called);
                } else if (called.getOwner().equals(resource.getOwner()) && seen.add(called)) {
                    open.push(called);
                }
            });
        }
        return activities;
    }

    private static Set<JavaMethod> called(JavaMethod method) {
        Set<JavaMethod> called = new HashSet<>();
        method.getMethodCallsFromSelf()
                .forEach(call -> call.getTarget().resolveMember().ifPresent(called::add));
        method.getMethodReferencesFromSelf()
                .forEach(call -> call.getTarget().resolveMember().ifPresent(called::add));
        return called;
    }

    private static Set<String> roles(JavaMethod activity) {
        return activity.isAnnotatedWith(RolesAllowed.class)
                ? Set.of(activity.getAnnotationOfType(RolesAllowed.class).value())
                : EVERYBODY;
    }
}
