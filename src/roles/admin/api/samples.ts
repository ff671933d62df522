/** The ids in the examples of operations; a test puts those of real things in their place. */
export const sampleClientId = "0123456789abcdef";
export const sampleMessageId = "00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff";
export const sampleBroadcastId = "fedcba9876543210";
export const sampleTokenId = "89abcdef01234567";
export const sampleSessionId = "76543210fedcba98";
