/** The dashboard cards. */
export {};
