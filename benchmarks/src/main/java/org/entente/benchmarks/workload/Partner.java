package org.entente.benchmarks.workload;

/** A nation that agreements are made with. */
public record Partner(String code, Posture posture) {}
