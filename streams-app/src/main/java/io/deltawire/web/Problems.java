package io.deltawire.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import io.javalin.http.HttpStatus;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Errors as answers: a status, and in words what is wrong. */
final class Problems {
    private static final Logger LOG = LoggerFactory.getLogger(Problems.class);

    private Problems() {}

    static void addTo(RoutesConfig routes) {
        routes.exception(HttpResponseException.class, (problem, ctx) -> {
            problem.getDetails().forEach(ctx::header);
            String detail = problem.getMessage() == null ? "" : problem.getMessage();
            answer(ctx, HttpStatus.forStatus(problem.getStatus()), detail);
        });
        routes.exception(
                IllegalArgumentException.class,
                (problem, ctx) ->
                        answer(ctx, HttpStatus.BAD_REQUEST, problem.getMessage() == null ? "" : problem.getMessage()));
        routes.exception(Exception.class, (problem, ctx) -> {
            LOG.error("{} {} failed", ctx.method(), ctx.path(), problem);
            answer(ctx, HttpStatus.INTERNAL_SERVER_ERROR, "the log of the instance says why");
        });
    }

    static void answer(Context ctx, HttpStatus status, String detail) {
        ctx.status(status)
                .json(new Problem(status.getCode(), status.getMessage(), detail))
                .contentType("application/problem+json");
    }
}
