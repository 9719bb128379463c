package app.countersign.scope;

import app.countersign.it.Session;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.json.JsonObject;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Every operation of the API as its description lists them, each with the activities that it calls. */
final class ApiCatalogue {

    private static final String BASE = "/api/v1";
    private static final Set<String> EVERYBODY =
            Set.of("administrator", "legal", "signatory", "dpo", "auditor", "stranger");

    private final JavaClasses classes = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("app.countersign");
    private final JsonObject description;

    ApiCatalogue(Session session) {
        description = session.get("/openapi?format=JSON").json();
    }

    /**
     * @param path with its parameters in braces: {@code /api/v1/contracts/{id}}
     * @param query the names of its query parameters
     * @param body the name of its body's schema; empty without a body
     * @param roles that all its activities let in; with {@code stranger} where it is public
     * @param rooms in which these are
     */
    record Operation(
            String method, String path, List<String> query, String body, Set<String> roles, Set<String> rooms) {

        String name() {
            return method + " " + path;
        }
    }

    List<Operation> all() {
        List<Operation> all = new ArrayList<>();
        description
                .getJsonObject("paths")
                .forEach((path, operations) -> operations.asJsonObject().forEach((method, operation) -> {
                    if (operation.asJsonObject().containsKey("responses")) {
                        all.add(operation(method.toUpperCase(java.util.Locale.ROOT), path, operation.asJsonObject()));
                    }
                }));
        return all;
    }

    private Operation operation(String method, String path, JsonObject described) {
        String whole = path.startsWith(BASE) ? path : BASE + path;
        List<String> query = !described.containsKey("parameters")
                ? List.of()
                : described.getJsonArray("parameters").stream()
                        .map(parameter -> parameter.asJsonObject())
                        .filter(parameter -> parameter.getString("in").equals("query"))
                        .map(parameter -> parameter.getString("name"))
                        .toList();
        Set<JavaMethod> activities = activities(resource(method, whole));
        Set<String> roles = new TreeSet<>(EVERYBODY);
        activities.forEach(activity -> roles.retainAll(roles(activity)));
        Set<String> rooms = activities.stream()
                .filter(activity -> !activity.isAnnotatedWith(PermitAll.class))
                .map(activity -> activity.getOwner().getPackageName().split("\\.")[2])
                .collect(Collectors.toSet());
        return new Operation(method, whole, query, body(described), roles, rooms);
    }

    private static String body(JsonObject described) {
        if (!described.containsKey("requestBody")) {
            return "";
        }
        String text = described.getJsonObject("requestBody").toString();
        int at = text.indexOf("#/components/schemas/");
        return at < 0
                ? "?"
                : text.substring(at + "#/components/schemas/".length()).split("\"")[0];
    }

    private JavaMethod resource(String method, String path) {
        return classes.stream()
                .filter(type -> type.isAnnotatedWith(Path.class))
                .flatMap(type -> type.getMethods().stream())
                .filter(candidate -> method.equals(verb(candidate)))
                .filter(candidate -> path.equals(path(candidate)))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no resource method answers " + method + " " + path));
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
