package io.deltawire.web;

/**
 * What an answer that is an error says, after RFC 9457.
 *
 * @param status the HTTP status
 * @param title its name
 * @param detail what is wrong and what to do
 */
public record Problem(int status, String title, String detail) {}
