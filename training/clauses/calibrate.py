"""What the scores of documents that a model never saw say: probabilities, and where to call something stated."""

import numpy as np
from sklearn.linear_model import LogisticRegression


def highest(scores: np.ndarray, document: np.ndarray, documents: int) -> np.ndarray:
    """The best score of each type in each document."""
    best = np.full((documents, scores.shape[1]), -5.0)
    np.maximum.at(best, document, scores)
    return best


def platt(scores: np.ndarray, truth: np.ndarray) -> tuple[float, float]:
    """Slope and bias of a logistic curve; flat where the truth is always the same."""
    if truth.min() == truth.max():
        return 1.0, 5.0 if truth[0] else -5.0
    # Hardly held back: a type with ten contracts would otherwise never come out as likely.
    model = LogisticRegression(C=1000.0).fit(scores[:, None], truth)
    return float(model.coef_[0, 0]), float(model.intercept_[0])


def best_f1(scores: np.ndarray, truth: np.ndarray) -> float:
    """The threshold of the best F1, the curve smoothed over neighbouring cuts so that no single document decides."""
    order = np.argsort(-scores)
    hits = np.cumsum(truth[order])
    f1 = 2 * hits / (np.arange(1, len(order) + 1) + truth.sum())
    smooth = np.convolve(np.pad(f1, SMOOTHED // 2, mode="edge"), np.ones(SMOOTHED) / SMOOTHED, "valid")
    at = int(smooth.argmax())
    return float(scores[order[at]] + scores[order[min(at + 1, len(order) - 1)]]) / 2


def thresholds(highest: np.ndarray, presence: np.ndarray) -> np.ndarray:
    """Where to call each type stated; the fewer documents state it, the nearer to where it is for most types."""
    own = np.array([best_f1(scores, truth) for scores, truth in zip(highest.T, presence.T, strict=True)])
    count = presence.sum(axis=0)
    return (count * own + PULL * np.median(own)) / (count + PULL)


# Over how many cuts the curve is smoothed, and how many documents the threshold of the middling type counts.
SMOOTHED = 9
PULL = 10

# How a unit is drawn to what the one beside it states: its log-odds rise by `pull` times that one's probability above `from`, and from `least`
# on it states the type, too. Chosen by how many of the lawyers' marks are met, for all types together.
BESIDE = {"pull": 5, "from": 0.15, "least": 0.2}
