export const LANGUAGES: string[];
export const FILES: string[];
export function differences(): string[];
export function declarations(): string;
