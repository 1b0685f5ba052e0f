/** The label that opens a list item or a numbered clause. */
export const MARKER = /^(?:[•●○◦▪■□☐☑☒‣⁃∙·]|\(?(?:\d{1,3}|[a-z]{1,2}|[ivxlc]{1,6})[).]|\d{1,3}(?:\.\d{1,3})+[.)]?)$/i;
/** Dots that lead to a page number. */
export const LEADERS = /\.{4,}|(?:\. ){4,}|…{2,}/;
export const BULLET = /^[•●○◦▪■□‣⁃∙·–—*-]$/;
/** A bullet that stands for nothing else; dashes and asterisks also stand in cells. */
export const ROUND_BULLET = /^[•●◦▪■‣⁃∙·]$/;
