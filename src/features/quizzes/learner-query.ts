import { z } from 'zod'
import { ownToken } from '../../core/form.ts'

/** `reservation`: the token of the booking that led here; it tells who comes. */
export const learnerQuery = z.object({ reservation: ownToken })
